"""Marked papers: the workbook that ``mark`` writes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from exercises.marking.scores import VERSION
from exercises.marking.workbook import RESPONSES
from results.reading.known import STALE, UNVERSIONED, Known
from results.reading.plain_json import UnusableError, parse
from results.responses import Doubt, Problem, Response, learner_name

SCORES: Final = "成绩"
ITEMS: Final = "各题"
_QUESTION: Final = re.compile(r"第 (\d{1,4}) 题（(\d{1,4}) 分）")
_NAME, _UNIT = "姓名", "单位"
_NUMBER, _ITEM = "题号", "题目编号"
_LARGEST: Final = 200_000_000
_DAMAGED: Final = "不是完好的 .xlsx；请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”"
_OTHER: Final = "不是 mark 写的成绩.xlsx；请用阅卷得到的那一个"

Rows = list[tuple[Any, ...]]


class _Asked(NamedTuple):
    """A question of the paper; without a version in workbooks of older programs."""

    number: int
    item: str
    points: int
    version: str | None


def read_marked(data: bytes, paper: str, file: str, known: Known) -> Iterator[Response | Problem]:
    """Read a class's marked paper.

    Parameters
    ----------
    data
        The workbook's bytes.
    paper
        What the paper is called if the workbook does not say it.
    file
        Its name, for messages.
    known
        The course.

    Yields
    ------
    Response or Problem
        What each person earned for each question, a row or question that was left out, or a doubt.

    Raises
    ------
    UnusableError
        If it is no workbook of ``mark``.
    """
    title, scores, items, answers = _sheets(data)
    given = _given(answers)
    columns = _columns(scores[0], items)
    for column, one in columns.items():
        if one.item not in known.items:
            place = f"“{SCORES}”{get_column_letter(column + 1)} 列"
            yield Problem(file, place, f"第 {one.number} 题的编号不在题库里；没有计入")
    asked = {column: one for column, one in columns.items() if one.item in known.items}
    people = 0
    paper = learner_name(title) or paper
    for place, who, row in _people(scores, file):
        if isinstance(row, Problem):
            yield row
            continue
        people += 1
        for column, (number, item, points, version) in asked.items():
            if _is_stale(asked[column], known):
                continue
            response = _kept(given.get((who[1], number)), item, known)
            score: Any = row[column] if column < len(row) else None
            if _is_score(score, points):
                yield Response(
                    who[1], who[0], item, 1, response, score, points, None, None, paper, version
                )
            else:
                letter = get_column_letter(column + 1)
                yield Problem(file, f"{place} {letter} 列", f"不是 0–{points} 的得分；没有计入")
    yield from _of_other_versions(asked.values(), people, file, known)


def _is_stale(one: _Asked, known: Known) -> bool:
    return one.version is not None and one.version != known.items[one.item].version


def _of_other_versions(
    asked: Iterable[_Asked], people: int, file: str, known: Known
) -> Iterator[Problem]:
    """Name the questions that have been changed since, or of which nothing says it."""
    stale = [str(one.number) for one in asked if _is_stale(one, known)]
    if stale and people:
        place = f"“{SCORES}”第 {'、'.join(stale)} 题，共 {people} 人"
        yield Problem(file, place, STALE, len(stale) * people)
    unversioned = sum(one.version is None for one in asked)
    if unversioned and people:
        yield Doubt(file, "", UNVERSIONED, unversioned * people)


def _people(
    scores: Rows, file: str
) -> Iterator[tuple[str, tuple[str, str], tuple[Any, ...] | Problem]]:
    """Give each person's place, unit and name, and row; or why a row is left out."""
    names = {name: place for place, name in enumerate(scores[0]) if name in {_NAME, _UNIT}}
    seen: set[str] = set()
    for number, row in enumerate(scores[1:], start=2):
        if all(value is None for value in row):
            continue
        name, unit = _text(row, names[_NAME]), _text(row, names.get(_UNIT))
        who = f"{unit}/{name}" if unit else name
        place = f"“{SCORES}”第 {number} 行"
        if not name or who in seen:
            message = "与前面的一行同名同单位；没有计入" if name else "没有姓名；没有计入"
            yield place, (unit, who), Problem(file, place, message)
            continue
        seen.add(who)
        yield place, (unit, who), row


def _sheets(data: bytes) -> tuple[str, Rows, Rows, Rows]:
    try:
        title, sheets = _opened(data)
    except UnusableError:
        raise
    except Exception as error:  # a hostile part fails in any way
        raise UnusableError(_DAMAGED) from error
    scores, items, answers = (sheets.get(name, []) for name in (SCORES, ITEMS, RESPONSES))
    if not scores or not items or _NAME not in scores[0]:
        raise UnusableError(_OTHER)
    return title, scores, items, answers


def _opened(data: bytes) -> tuple[str, dict[str, Rows]]:
    """Give a workbook's title and the rows of its sheets."""
    with ZipFile(io.BytesIO(data)) as parts:
        if sum(part.file_size for part in parts.infolist()) > _LARGEST:
            raise UnusableError("展开以后太大，没有读；请核对文件")
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    wanted: list[str] = [name for name in (SCORES, ITEMS, RESPONSES) if name in book.sheetnames]
    sheets: dict[str, Rows] = {
        name: list(book[name].iter_rows(values_only=True)) for name in wanted
    }
    return str(book.properties.title or ""), sheets


def _given(answers: Rows) -> dict[tuple[str, int], str]:
    """Give the responses by person and question."""
    found: dict[tuple[str, int], str] = {}
    numbers = answers[0][2:] if answers else ()
    for row in answers[1:]:
        name, unit = _text(row, 0), _text(row, 1)
        who = f"{unit}/{name}" if unit else name
        for number, response in zip(numbers, row[2:], strict=False):
            if isinstance(number, int) and isinstance(response, str) and response:
                found[who, number] = response
    return found


def _kept(response: str | None, item: str, known: Known) -> str | None:
    try:
        slots = parse((response or "").encode())
    except UnusableError:
        return None
    if not isinstance(slots, dict) or not all(isinstance(one, str) for one in slots.values()):
        return None
    return known.kept(item, slots)


def _columns(head: tuple[Any, ...], items: Rows) -> Mapping[int, _Asked]:
    """Find what each column of a question asked."""
    named = {name: place for place, name in enumerate(items[0])}
    if _NUMBER not in named or _ITEM not in named:
        raise UnusableError(f"“{ITEMS}”里没有{_NUMBER}、{_ITEM}；请用阅卷得到的成绩.xlsx")
    rows = {row[named[_NUMBER]]: row for row in items[1:] if len(row) == len(items[0])}
    found = {}
    for column, text in enumerate(head):
        match = _QUESTION.fullmatch(text) if isinstance(text, str) else None
        if match and int(match[2]):
            number = int(match[1])
            row = rows.get(number, ())
            version = _text(row, named.get(VERSION)) or None
            found[column] = _Asked(number, _text(row, named[_ITEM]), int(match[2]), version)
    if not found:
        raise UnusableError(_OTHER)
    return found


def _text(row: tuple[Any, ...], column: int | None) -> str:
    value = row[column] if column is not None and column < len(row) else None
    return "" if value is None else learner_name(str(value))


def _is_score(value: Any, most: int) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= most
