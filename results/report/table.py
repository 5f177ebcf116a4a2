"""A table of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exercises.marking.cells import Value


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
