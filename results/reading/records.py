"""Learning records as the progress page exports them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from results.reading.known import FUTURE, OTHER_COURSE, STALE, UNKNOWN, Known
from results.reading.plain_json import UnusableError
from results.responses import PRACTICE, Problem, Response, visible

FORMAT: Final = "course-record"
#: Files of these versions hold answers in the same form (record/format.js).
_VERSIONS: Final = (3,)
_LONGEST_TITLE: Final = 100
_STATES = Literal["new", "unanswered", "correct", "partial", "wrong", "stale"]
#: What a first attempt earned of which the record holds only the result.
_SHARES: Final = {"correct": 1.0, "partial": 0.5, "wrong": 0.0}
_MOST_ATTEMPTS: Final = 10_000


class Entry(BaseModel):
    """What is saved of an exercise (exercises/web/src/saved.js)."""

    model_config = ConfigDict(extra="forbid", strict=True)

    version: Annotated[str, Field(max_length=64)]
    response: Annotated[dict[str, str], Field(max_length=200)]
    state: _STATES
    score: Annotated[int, Field(ge=0)]
    attempts: Annotated[int, Field(ge=0, le=_MOST_ATTEMPTS)]
    revealed: bool
    first: Literal["", "new", "unanswered", "correct", "partial", "wrong", "stale"]
    at: Annotated[float, Field(ge=0, le=8.64e15)]


def read_record(
    data: Any, learner: tuple[str, str], file: str, known: Known
) -> Iterator[Response | Problem]:
    """Read one learner's record.

    Parameters
    ----------
    data
        The parsed file.
    learner
        Unit and name; the file itself names nobody.
    file
        The file, for messages.
    known
        The course.

    Yields
    ------
    Response or Problem
        An attempt, or an entry that was left out.

    Raises
    ------
    UnusableError
        If it is no record of this course.
    """
    entries = _entries(data, known)
    saved = _moment(data.get("saved"))
    for item_id, raw in entries.items():
        message, place, entry = _checked(item_id, raw, known)
        if entry is not None and not message:
            message = _contradicts(item_id, entry, saved, known)
        if message or entry is None:
            yield Problem(file, f"题目 {_shown(item_id)}{place}", message)
        elif entry.attempts:
            yield from _attempts(item_id, entry, learner, known)


def _entries(data: Any, known: Known) -> dict[str, Any]:
    course = data.get("course")
    own = course.get("id") if isinstance(course, dict) else None
    if own != known.course:
        title = course.get("title") if isinstance(course, dict) else None
        which = f"“{visible(title)[:_LONGEST_TITLE]}”" if isinstance(title, str) and title else ""
        raise UnusableError(OTHER_COURSE, f"course {which}".strip())
    if data.get("version") not in _VERSIONS or isinstance(data["version"], bool):
        raise UnusableError("文件格式的版本不认识；请在现在的课程里导入，再导出一份", "version")
    entries = data.get("exercises")
    if not isinstance(entries, dict):
        raise UnusableError("没有练习的作答，文件不完整；请重新导出一份", "exercises")
    return entries


def _checked(item_id: str, raw: Any, known: Known) -> tuple[str, str, Entry | None]:
    """Give what is wrong with an entry, where in it, and the entry."""
    if item_id not in known.items:
        return UNKNOWN, "", None
    try:
        entry = Entry.model_validate(raw)
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        message = "不是课程会写的；文件被改过或损坏，请重新导出"
        return message, f" 的 {_shown(place) or '内容'}", None
    return ("" if entry.version == known.items[item_id].version else STALE), "", entry


def _contradicts(item_id: str, entry: Entry, saved: float | None, known: Known) -> str:
    if known.ahead(entry.at) or (saved is not None and known.ahead(saved)):
        return FUTURE
    if not entry.attempts:
        return ""
    grade = known.rubrics[item_id].grade(entry.response)
    if grade.score != entry.score:
        return f"得分 {entry.score} 与作答不符，按题库应是 {grade.score}；文件被改过，没有计入"
    return ""


def _attempts(
    item_id: str, entry: Entry, learner: tuple[str, str], known: Known
) -> Iterator[Response]:
    unit, name = learner
    most = known.rubrics[item_id].max
    who = f"{unit}/{name}" if unit else name
    if entry.attempts > 1 and entry.first in _SHARES:
        share = _SHARES[entry.first] * most
        yield Response(
            who, unit, item_id, 1, None, share, most, None, None, PRACTICE, entry.version
        )
    response = known.kept(item_id, entry.response)
    yield Response(
        who,
        unit,
        item_id,
        entry.attempts,
        response,
        entry.score,
        most,
        None,
        round(entry.at) or None,
        PRACTICE,
        entry.version,
    )


def _moment(text: Any) -> float | None:
    try:
        return datetime.fromisoformat(text).timestamp() * 1000
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def _shown(text: str) -> str:
    return "".join(c for c in text[:60] if c.isprintable())
