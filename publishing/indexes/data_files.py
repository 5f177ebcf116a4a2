"""Read and check the data of the indexes; faults name file, line, entry and fix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, TypeVar

from pydantic import BaseModel

from course import Course, Fault, FaultyError, check, once_a_course, read_raw
from course.located import LocatedList, LocatedMap, line_of
from publishing.indexes.entry import Entry, Name, Number, PassedOver, Term
from publishing.indexes.inventory import Wanting, wanting
from speech import load_speech

_Row = TypeVar("_Row", bound=BaseModel)
#: What messages call an entry.
_NOUN: Final = "词条"


class FaultyIndexError(FaultyError):
    """The data of the indexes have faults."""

    subject: ClassVar[str] = "索引"


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
        What is deliberately not listed, with the reason.
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
    """One file of entries, with line numbers for messages."""

    def __init__(self, course: Course, name: str, faults: list[Fault]) -> None:
        self.shown = course.shown(course.indexes / f"{name}.yml")
        self._speech = load_speech(course)
        self._faults = faults
        self.raw: LocatedList = read_raw(
            course.indexes / f"{name}.yml", self.shown, faults, LocatedList
        )

    def rows(self, model: type[_Row]) -> tuple[_Row, ...]:
        """Validate every entry; return the valid ones and record the faults of the others."""
        return tuple(row for raw in self.raw for row in self._row(model, raw))

    def _row(self, model: type[_Row], raw: Any) -> Iterator[_Row]:
        if not isinstance(raw, LocatedMap):
            self.fault(line_of(raw), "", "每条应由“字段: 值”组成；请照邻近词条的写法")
            return
        row = check(
            raw,
            model,
            self._faults,
            shown=self.shown,
            item=_name(raw),
            noun=_NOUN,
            context=self._speech,
        )
        if row is not None:
            yield row

    def fault(self, line: int, name: str, message: str, field: str = "") -> None:
        """Record a fault."""
        self._faults.append(self.fault_of(line, name, message, field))

    def fault_of(self, line: int, name: str, message: str, field: str = "") -> Fault:
        """Make a fault of an entry."""
        return Fault(self.shown, line, name, field, message, noun=_NOUN)

    def line_of(self, row: int) -> int:
        """Return the line number of an entry."""
        return line_of(self.raw, row)


def _name(raw: LocatedMap) -> str:
    return str(raw.get("term", ""))


def read_indexes(course: Course) -> Indexes:
    """Read and check the indexes of a course.

    Parameters
    ----------
    course
        The course; without the folder, it has no indexes.

    Returns
    -------
    Indexes
        The indexes.

    Raises
    ------
    FaultyIndexError
        If anything is wrong or missing; the error lists every fault.
    """
    if not course.indexes.exists():
        return Indexes()
    faults: list[Fault] = []
    terms, names, numbers, passed_over = (
        _File(course, name, faults) for name in ("terms", "people", "numbers", "passed-over")
    )
    indexes = Indexes(
        terms.rows(Term), names.rows(Name), numbers.rows(Number), passed_over.rows(PassedOver)
    )
    for file in (terms, names, numbers):
        _check_ids(file)
    _check_sorts(names, course.settings.names.sorts)
    if not faults:
        faults += _incomplete(indexes, passed_over, course)
    if faults:
        raise FaultyIndexError(faults)
    return indexes


#: Reads a course's indexes, once for each :class:`Course`.
load_indexes = once_a_course(read_indexes)


def _incomplete(indexes: Indexes, file: _File, course: Course) -> Iterator[Fault]:
    """Yield a fault for whatever no index lists, and for whatever is passed over needlessly."""
    listed = {
        "terms": [form for entry in indexes.terms for form in entry.forms],
        "people": [form for entry in indexes.names for form in entry.forms],
        "numbers": [form for entry in indexes.numbers for form in entry.forms],
    }
    lacking = wanting(listed, course)
    for number, row in enumerate(indexes.passed_over):
        for words in row.words:
            if not any(run.passed_over_by(words) for run in lacking):
                message = "索引里已经收了，或原本不必收；请从这里删去"
                yield file.fault_of(file.line_of(number), words, message)
    passed_over = [words for row in indexes.passed_over for words in row.words]
    reported: list[Wanting] = []
    for run in lacking:
        if not any(run.passed_over_by(words) for words in passed_over) and not any(
            run.is_part_of(other) for other in reported
        ):
            reported.append(run)
            yield Fault(course.shown(course.indexes), 0, "", "", str(run))


def _check_sorts(file: _File, sorts: Sequence[str]) -> None:
    """Record a fault for each entry whose category the course does not have."""
    for raw in file.raw:
        if isinstance(raw, LocatedMap) and "sort" in raw and raw["sort"] not in sorts:
            message = f"只能是 {'、'.join(sorts)}（course.yml 的 names.sorts）"
            file.fault(line_of(raw, "sort"), _name(raw), message, "sort")


def _check_ids(file: _File) -> None:
    """Record a fault for each id and each term that occurs twice in a file."""
    seen: dict[tuple[str, str], int] = {}
    for row, raw in enumerate(file.raw):
        for field in ("id", "term"):
            if not isinstance(raw, LocatedMap) or field not in raw:
                continue
            value = str(raw[field])
            if (field, value) in seen:
                first = file.line_of(seen[field, value])
                message = f"{value} 已在第 {first} 行用过；请改名或并为一条"
                file.fault(line_of(raw, field), _name(raw), message, field)
            seen.setdefault((field, value), row)
