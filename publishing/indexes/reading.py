"""Reads ``book/indexes/*.yml``; its faults name file, line, entry and mend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from exercises.faults import describe
from exercises.located import LocatedList, UnreadableYamlError, field_of, line_of, read_yaml
from publishing.errors import CourseError
from publishing.indexes.entry import Entry, Name, Number, PassedOver, Term
from publishing.indexes.inventory import Wanting, wanting

_PROJECT: Final = Path(__file__).parents[2]
FOLDER: Final = _PROJECT / "book" / "indexes"

_Row = TypeVar("_Row", bound=BaseModel)


@dataclass(frozen=True)
class Indexes:
    """The indexes.

    Parameters
    ----------
    terms
        Terms.
    names
        People, documents and meetings.
    numbers
        Numbers and times.
    passed_over
        What no index lists, with the reason.
    """

    terms: tuple[Term, ...] = ()
    names: tuple[Name, ...] = ()
    numbers: tuple[Number, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries of all indexes."""
        return (*self.terms, *self.names, *self.numbers)


class _File:
    """One file of rows, with the lines that messages name."""

    def __init__(self, file: Path, faults: list[str]) -> None:
        self.shown = file.relative_to(_PROJECT) if file.is_relative_to(_PROJECT) else file
        self._faults = faults
        self.raw = self._load(file)

    def _load(self, file: Path) -> LocatedList:
        try:
            data = read_yaml(file)
        except FileNotFoundError:
            self.fault(1, "", "缺少这个文件；请从版本库恢复")
            return LocatedList()
        except UnreadableYamlError as error:
            self.fault(error.line, "", f"YAML 写法有误：{error.problem}")
            return LocatedList()
        if not isinstance(data, LocatedList):
            self.fault(1, "", "文件应为列表，每条以“- ”开头；请照原有的写法")
            return LocatedList()
        return data

    def rows(self, model: type[_Row]) -> tuple[_Row, ...]:
        """Validate every row, noting the faults of those that cannot be used."""
        return tuple(row for raw in self.raw for row in self._row(model, raw))

    def _row(self, model: type[_Row], raw: Any) -> Iterator[_Row]:
        try:
            yield model.model_validate(raw)
        except ValidationError as error:
            name = str(raw.get("term", "")) if isinstance(raw, dict) else ""
            for details in error.errors():
                path = details["loc"]
                field = field_of(path)
                told = f"字段 {field}：" if field else ""
                mend = (
                    "没有这个字段；请检查拼写，或照邻近词条的写法"
                    if details["type"] == "extra_forbidden"
                    else describe(details)
                )
                self.fault(line_of(raw, *path), name, told + mend)

    def fault(self, line: int, name: str, message: str) -> None:
        """Note a fault."""
        self._faults.append(self.told(line, name, message))

    def told(self, line: int, name: str, message: str) -> str:
        """Tell a fault with its place."""
        entry = f" 词条“{name}”" if name else ""
        return f"{self.shown}:{line}{entry}：{message}"

    def line_of(self, row: int) -> int:
        """Give the line of a row."""
        return line_of(self.raw, row)


def read_indexes(folder: Path = FOLDER) -> Indexes:
    """Read and check the indexes' data.

    Parameters
    ----------
    folder
        Folder of ``terms.yml``, ``people.yml``, ``numbers.yml`` and ``passed-over.yml``.

    Returns
    -------
    Indexes
        The indexes.

    Raises
    ------
    CourseError
        If anything is wrong or missing; the message holds every fault.
    """
    faults: list[str] = []
    terms, names, numbers, passed_over = (
        _File(folder / f"{name}.yml", faults)
        for name in ("terms", "people", "numbers", "passed-over")
    )
    indexes = Indexes(
        terms.rows(Term), names.rows(Name), numbers.rows(Number), passed_over.rows(PassedOver)
    )
    for file in (terms, names, numbers):
        _check_ids(file)
    if not faults:
        faults += _incomplete(indexes, passed_over)
    if faults:
        raise CourseError(f"索引有 {len(faults)} 处错误：\n" + "\n".join(faults))
    return indexes


@cache
def load_indexes() -> Indexes:
    """Read the course's own indexes, once in a process; a book may have none."""
    return read_indexes() if FOLDER.exists() else Indexes()


def _incomplete(indexes: Indexes, file: _File) -> Iterator[str]:
    """Tell what no index lists, and what is passed over for nothing."""
    lacking = wanting({
        "terms": [form for entry in indexes.terms for form in entry.forms],
        "people": [form for entry in indexes.names for form in entry.forms],
        "numbers": [form for entry in indexes.numbers for form in entry.forms],
    })
    for number, row in enumerate(indexes.passed_over):
        for words in row.words:
            if not any(run.passed_over_by(words) for run in lacking):
                message = "索引里已经收了，或原本不必收；请从这里删去"
                yield file.told(file.line_of(number), words, message)
    passed_over = [words for row in indexes.passed_over for words in row.words]
    told: list[Wanting] = []
    for run in lacking:
        if not any(run.passed_over_by(words) for words in passed_over) and not any(
            run.is_part_of(other) for other in told
        ):
            told.append(run)
            yield str(run)


def _check_ids(file: _File) -> None:
    """Note each id and each term that stands twice in a file."""
    seen: dict[tuple[str, str], int] = {}
    for row, raw in enumerate(file.raw):
        for field in ("id", "term"):
            if not isinstance(raw, dict) or field not in raw:
                continue
            value = str(raw[field])
            if (field, value) in seen:
                first = file.line_of(seen[field, value])
                message = f"字段 {field}：{value} 已在第 {first} 行用过；请改名或并为一条"
                file.fault(line_of(raw, field), str(raw.get("term", "")), message)
            seen.setdefault((field, value), row)
