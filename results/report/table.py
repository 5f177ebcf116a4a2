"""A table of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from exercises.marking.delimited import Value

#: How the head of a column of shares ends.
_SHARES: Final = ("得分率", "占", "前", "后", "增减")


@dataclass(frozen=True)
class Table:
    """A table with its title.

    Parameters
    ----------
    title
        The sheet's name, and the head on the page.
    note
        How to read it; may be empty.
    rows
        The head and the rows.
    widths
        Widths of the columns in characters.
    """

    title: str
    note: str
    rows: list[list[Value]]
    widths: Sequence[int]

    def shares(self, column: int) -> bool:
        """Whether a column, counted from 0, holds shares."""
        return str(self.rows[0][column]).endswith(_SHARES)

    def numbers(self, column: int) -> bool:
        """Whether a column, counted from 0, holds nothing but numbers."""
        cells = [row[column] for row in self.rows[1:]]
        return any(cell is not None for cell in cells) and not any(
            isinstance(cell, str) for cell in cells
        )
