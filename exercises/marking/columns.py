"""Find out what each column of a table of answers holds, by its header."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from exercises.marking.faults import CellFault
from exercises.marking.table_files import Row, column_letters

NAME: Final = "姓名"
UNIT: Final = "单位"
_NUMBER: Final = re.compile(r"(?:第|题|Q)?(\d+)(?:题|[.、])?")


@dataclass(frozen=True)
class Columns:
    """The columns of a table, numbered from 0.

    Parameters
    ----------
    name
        The column of names.
    unit
        The column of units, or ``None``.
    questions
        The columns of the questions, by question number.
    """

    name: int
    unit: int | None
    questions: Mapping[int, int]


def find_columns(head: Row, size: int) -> tuple[Columns | None, list[CellFault]]:
    """Find the columns by the table's header row.

    Parameters
    ----------
    head
        The header row.
    size
        How many questions the paper has.

    Returns
    -------
    (Columns or None, list of CellFault)
        The columns, or ``None`` if there are faults, and the faults.
    """
    found: dict[str | int, int] = {}
    faults: list[CellFault] = []
    for column, cell in enumerate(head.cells):
        if not cell.text:
            continue
        name = _named(cell.text)
        message = ""
        if name is None:
            message = f"不认识这一列；表头只有 {NAME}、{UNIT} 和题号，请改正或删去这一列"
        elif isinstance(name, int) and not 1 <= name <= size:
            message = f"这份试卷只有 1–{size} 题；请核对试卷编号和卷别，或改正题号"
        elif name in found:
            message = f"与 {column_letters(found[name])} 列重复；请删去一列"
        else:
            found[name] = column
        if message:
            faults.append(
                CellFault(head.number, column_letters(column), "表头", cell.text, message)
            )
    missing = [str(number) for number in range(1, size + 1) if number not in found]
    if NAME not in found:
        missing.insert(0, NAME)
    if missing:
        message = f"缺少 {'、'.join(missing)} 列；请补上，或用 --template 重新生成作答表"
        faults.append(CellFault(head.number, "", "表头", "", message))
    if faults:
        return None, faults
    questions = {number: found[number] for number in range(1, size + 1)}
    return Columns(found[NAME], found.get(UNIT), questions), []


def _named(text: str) -> str | int | None:
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).upper()
    if plain in {NAME, UNIT}:
        return plain
    number = _NUMBER.fullmatch(plain)
    return int(number[1]) if number else None
