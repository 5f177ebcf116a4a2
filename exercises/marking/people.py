"""From rows to people: read every cell, join the rows of each person, collect all faults."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from exercises.marking.asked import Asked
from exercises.marking.columns import Columns, find_columns
from exercises.marking.faults import AnswersError, CellFault, UnreadableError
from exercises.marking.readers import NOTHING, Reading, plain
from exercises.marking.table_files import Cell, Row, column_letters

#: Beginning of the template's line of instructions; the paper's name follows.
GUIDE: Final = "填法"
_BLANK: Final = Reading()


@dataclass(frozen=True)
class Person:
    """One person's answers.

    Parameters
    ----------
    name, unit
        As typed.
    readings
        The answers, in the order of the questions.
    """

    name: str
    unit: str
    readings: tuple[Reading, ...]


def guide_of(code: str, form: str) -> str:
    """Return the beginning of the template's line of instructions, which names the paper."""
    return f"{GUIDE}（{code} {form} 卷）"


def read_people(
    file: Path, rows: Sequence[Row], asked: Sequence[Asked], guide: str
) -> list[Person]:
    """Read the answers of a class.

    Parameters
    ----------
    file
        The table, for messages.
    rows
        Its rows, beginning with the header row.
    asked
        The paper's questions.
    guide
        Beginning of the line of instructions in this paper's template.

    Returns
    -------
    list of Person
        In the order of the table.

    Raises
    ------
    AnswersError
        If anything cannot be read; it holds all faults.
    """
    columns, faults = find_columns(rows[0], len(asked))
    if columns is None:
        raise AnswersError(file, faults)
    body = _Body(columns, asked, guide, faults)
    people = body.people(rows)
    if not people and not faults:
        faults.append(CellFault(0, "", "", "", "没有一个人的作答；请每人填一行"))
    if faults:
        raise AnswersError(file, sorted(faults, key=lambda fault: fault.row))
    return people


def _identity(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


class _Body:
    """The rows below the header; their faults are added to `faults`."""

    def __init__(
        self, columns: Columns, asked: Sequence[Asked], guide: str, faults: list[CellFault]
    ) -> None:
        self.columns, self.asked, self.guide, self.faults = columns, asked, guide, faults
        # Cache: many people type the same answer.
        self._readings: dict[tuple[int, str], Reading] = {}

    def people(self, rows: Sequence[Row]) -> list[Person]:
        """Join the rows of each person."""
        heads = {self.columns.name, self.columns.unit, *self.columns.questions.values()}
        groups: dict[tuple[str, str], list[Row]] = {}
        for row in rows[1:]:
            self._check_beyond(row, heads)
            name = row.cell(self.columns.name)
            if name.text.startswith(f"{GUIDE}（"):
                self._check_guide(row, name)
            elif self._check_name(row, name):
                key = (_identity(name.text), _identity(self._unit(row).text))
                groups.setdefault(key, []).append(row)
        self._check_units(groups)
        return [self._person(group) for group in groups.values()]

    def _unit(self, row: Row) -> Cell:
        return Cell("") if self.columns.unit is None else row.cell(self.columns.unit)

    def _fault(self, row: Row, column: int | None, what: str, cell: Cell, message: str) -> None:
        letters = "" if column is None else column_letters(column)
        self.faults.append(CellFault(row.number, letters, what, cell.text, message))

    def _check_guide(self, row: Row, name: Cell) -> None:
        if _identity(name.text) != _identity(self.guide):
            message = f"这张作答表是另一份试卷的，现在阅的是 {self.guide}；请核对试卷编号和 --form"
            self._fault(row, self.columns.name, "", name, message)

    def _check_beyond(self, row: Row, heads: set[int | None]) -> None:
        for column, cell in enumerate(row.cells):
            if column not in heads and (cell.text or cell.problem):
                self._fault(row, column, "", cell, "这一列没有表头；请写上题号，或清除这一格")

    def _check_name(self, row: Row, name: Cell) -> bool:
        for column, cell in ((self.columns.name, name), (self.columns.unit, self._unit(row))):
            if cell.problem:
                self._fault(row, column, "", cell, cell.problem)
                return False
        if not name.text:
            message = "这一行没有姓名；请写上，不要的行请清空"
            self._fault(row, self.columns.name, "", name, message)
        return bool(name.text)

    def _check_units(self, groups: dict[tuple[str, str], list[Row]]) -> None:
        """Reject a name that occurs both with and without a unit: it may be one person or two."""
        with_unit = {name: group[0].number for (name, unit), group in groups.items() if unit}
        for (name, unit), group in groups.items():
            if not unit and name in with_unit:
                row = group[0]
                message = f"第 {with_unit[name]} 行同名的写了单位，这一行没有；请补上单位"
                self._fault(row, self.columns.name, "", row.cell(self.columns.name), message)

    def _person(self, rows: Sequence[Row]) -> Person:
        name = rows[0].cell(self.columns.name).text
        readings = tuple(self._reading(one, rows, name) for one in self.asked)
        columns = self.columns.questions.values()
        if not any(row.cell(column).text for row in rows for column in columns):
            message = f"没有一题作答；缺考的请删去这一行，交了白卷的请在任何一题写 {NOTHING}"
            self._fault(rows[0], None, name, Cell(""), message)
        return Person(_on_one_line(name), _on_one_line(self._unit(rows[0]).text), readings)

    def _reading(self, one: Asked, rows: Sequence[Row], name: str) -> Reading:
        """Read a person's answer to a question; if several rows have one, they must agree."""
        column = self.columns.questions[one.number]
        what = f"第 {one.number} 题，{name}"
        read: Reading | None = None
        first = rows[0]
        for row in rows:
            cell = row.cell(column)
            try:
                reading = self._read(one, cell)
            except UnreadableError as error:
                self._fault(row, column, what, cell, str(error))
                continue
            if reading is None:
                continue
            if read is not None and read != reading:
                message = (
                    f"同一个人在第 {first.number} 行写的是“{first.cell(column).text}”；"
                    "请照卷面留下一个，是同名的两个人就各写单位"
                )
                self._fault(row, column, what, cell, message)
            elif read is None:
                read, first = reading, row
        return read or _BLANK

    def _read(self, one: Asked, cell: Cell) -> Reading | None:
        """Read a cell; the same text for the same question gives the same `Reading` object."""
        if cell.problem:
            raise UnreadableError(cell.problem)
        if not cell.text:
            return None
        key = one.number, cell.text
        if key not in self._readings:
            blank = plain(cell.text) == NOTHING
            self._readings[key] = _BLANK if blank else one.reader.read(cell.text)
        return self._readings[key]
