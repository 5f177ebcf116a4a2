"""Faults in a table of answers, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_SHOWN: Final = 40


@dataclass(frozen=True)
class CellFault:
    """A cell, row or header that cannot be used.

    Parameters
    ----------
    row
        Row number as in spreadsheets; 0 for the whole file.
    column
        Column letters; empty for a whole row.
    what
        What the cell is for, such as ``第 3 题，张三``; may be empty.
    stands
        The cell's content.
    mend
        What is wrong, and how to fix it.
    """

    row: int
    column: str
    what: str
    stands: str
    mend: str

    def __str__(self) -> str:
        place = f"第 {self.row} 行" if self.row else "整个文件"
        column = f" {self.column} 列" if self.column else ""
        what = f"（{self.what}）" if self.what else ""
        shown = self.stands if len(self.stands) <= _SHOWN else f"{self.stands[:_SHOWN]}……"
        stands = f"写着“{shown}”；" if self.stands else ""
        return f"{place}{column}{what}：{stands}{self.mend}"


class AnswersError(ValueError):
    """A table of answers cannot be marked; holds all faults found.

    Parameters
    ----------
    file
        The table.
    faults
        At least one fault.
    """

    def __init__(self, file: Path, faults: Sequence[CellFault]) -> None:
        self.faults = tuple(faults)
        listed = "\n".join(map(str, faults))
        super().__init__(f"{file} 有 {len(self.faults)} 处读不出来：\n{listed}")


class UnreadableError(ValueError):
    """A cell's text is not an answer to its question; says how to write one."""
