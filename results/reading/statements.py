"""xAPI statements: what a page of the course says was answered."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from operator import itemgetter
from typing import Any, Final

from results.reading.codes import decoded
from results.reading.known import FOREIGN, FUTURE, STALE, UNKNOWN, UNVERSIONED, Known
from results.responses import PRACTICE, Doubt, Problem, Response, learner_name

ANSWERED: Final = "http://adlnet.gov/expapi/verbs/answered"
_DURATION: Final = re.compile(r"PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,8}(?:\.\d+)?)S)?")
_PART: Final = re.compile(r"(.+?)_(\d{1,3})")
_LONGEST: Final = 4000


class Statements:
    """Statements of one source, gathered page by page; parts of an answer are joined at the end.

    Parameters
    ----------
    file
        The source, for messages.
    known
        The course.
    """

    def __init__(self, file: str, known: Known) -> None:
        self.file, self.known = file, known
        self._version = version_key(known.course)
        self._unversioned = 0
        self._seen: set[str] = set()
        self._parts: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)

    def take(self, statements: Iterable[Any], first: int = 1) -> Iterator[Problem]:
        """Take statements.

        Parameters
        ----------
        statements
            As a store or a file gives them.
        first
            The number of the first one, for messages.
        """
        for place, statement in enumerate(statements, start=first):
            message = self._take(statement)
            if message:
                yield Problem(self.file, f"第 {place} 条", message)

    def _take(self, statement: Any) -> str:
        if not isinstance(statement, dict):
            return "不是一条学习记录（xAPI）；没有计入"
        if _at(statement, "verb", "id") != ANSWERED:
            return ""
        id_ = statement.get("id")
        if isinstance(id_, str):
            if id_.lower() in self._seen:
                return "与前面的一条编号相同，是重复的；没有计入"
            self._seen.add(id_.lower())
        read = self._read(statement)
        if isinstance(read, str):
            return read
        self._unversioned += read["version"] is None
        self._parts[read["who"], read["item"]].append(read)
        return ""

    def _read(self, statement: dict[str, Any]) -> dict[str, Any] | str:
        if not self._is_ours(statement):
            return FOREIGN
        item, part = self._item(statement)
        if item not in self.known.items:
            return UNKNOWN
        who = _actor(statement.get("actor"))
        when = _moment(statement.get("timestamp") or statement.get("stored"))
        earned = _earned(statement.get("result"), part)
        version = _at(statement, "context", "extensions", self._version)
        wrong = (
            (not who, "没有写明是谁；没有计入"),
            (when is None, "时间写得不对；没有计入"),
            (when is not None and self.known.ahead(when), FUTURE),
            (version is not None and version != self.known.items[item].version, STALE),
            (earned is None, "没有得分，或得分不合理；没有计入"),
        )
        if found := next((message for is_so, message in wrong if is_so), ""):
            return found
        response = _at(statement, "result", "response")
        return {
            "who": who,
            "item": item,
            "part": part,
            "when": when,
            "earned": earned,
            "response": response[:_LONGEST] if isinstance(response, str) else None,
            "version": version,
            "ms": _duration(_at(statement, "result", "duration")),
        }

    def _item(self, statement: dict[str, Any]) -> tuple[str, int]:
        """Give the item, and which part of it; 0 if it is reported as a whole."""
        name = str(_at(statement, "object", "id")).rpartition("/")[2]
        part = _PART.fullmatch(name)
        return (part[1], int(part[2])) if part and name not in self.known.items else (name, 0)

    def _is_ours(self, statement: dict[str, Any]) -> bool:
        own = f"urn:course:{self.known.course}"
        activities = _at(statement, "context", "contextActivities")
        named = [_at(statement, "object", "id")]
        for group in activities.values() if isinstance(activities, dict) else ():
            named += [_at(one, "id") for one in (group if isinstance(group, list) else [group])]
        return any(
            isinstance(one, str) and (one == own or one.startswith((f"{own}:", f"{own}/")))
            for one in named
        )

    def responses(self) -> Iterator[Response | Problem]:
        """Give the attempts, numbered by their times, and what is doubtful about them."""
        if self._unversioned:
            n = self._unversioned
            yield Doubt(self.file, f"共 {n} 条", UNVERSIONED, n)
        for (who, item), given in self._parts.items():
            most = self.known.rubrics[item].max
            for attempt, parts in enumerate(_attempts(given), start=1):
                response, score = self._graded(item, parts)
                times = [one["ms"] for one in parts if one["ms"] is not None]
                yield Response(
                    who,
                    "",
                    item,
                    attempt,
                    response,
                    score,
                    most,
                    max(times, default=None),
                    parts[0]["when"],
                    PRACTICE,
                    parts[0]["version"],
                )

    def _graded(self, item: str, parts: list[dict[str, Any]]) -> tuple[str | None, float]:
        """Give an attempt's response and points.

        What has several parts is reported part by part, without the points of the whole: then
        they are what the rubric gives for the response.
        """
        rubric = self.known.rubrics[item]
        reported = self.known.interactions.get(item, ())
        score = rubric.max * sum(one["earned"] for one in parts) / len(parts)
        slots = decoded(reported, {one["part"]: one["response"] for one in parts})
        if slots is None or not slots:
            return None, score
        grade = rubric.grade(slots)
        if len(parts) > 1 and len(parts) == len(reported):
            score = grade.score
        return self.known.kept(item, slots), score


def version_key(course: str) -> str:
    """Name the extension with the version of the item that was answered.

    Parameters
    ----------
    course
        The course's id.
    """
    return f"urn:course:{course}:item-version"


def _attempts(given: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Join the parts of each attempt: a part that comes again begins the next one."""
    attempts: list[list[dict[str, Any]]] = []
    for one in sorted(given, key=itemgetter("when", "part")):
        if not attempts or any(one["part"] == other["part"] for other in attempts[-1]):
            attempts.append([])
        attempts[-1].append(one)
    return attempts


def _at(value: Any, *names: str) -> Any:
    for name in names:
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value


def _actor(actor: Any) -> str:
    account = _at(actor, "account", "name")
    others = (account, _at(actor, "mbox"), _at(actor, "openid"), _at(actor, "mbox_sha1sum"))
    for text in (_at(actor, "name"), *others):
        if isinstance(text, str) and learner_name(text):
            name = learner_name(text.removeprefix("mailto:"))
            # Two people of one name differ by their accounts, or by what they have instead.
            own = next((learner_name(one) for one in others if isinstance(one, str)), "")
            own = own.removeprefix("mailto:")
            return f"{name}（{own}）" if own and own != name else name
    return ""


def _earned(result: Any, part: int) -> float | None:
    scaled = _at(result, "score", "scaled")
    raw, most = _at(result, "score", "raw"), _at(result, "score", "max")
    if _number(scaled):
        share = float(scaled)
    elif _number(raw) and _number(most) and most > 0:
        share = raw / most
    elif isinstance(_at(result, "success"), bool):
        share = float(result["success"])
    else:
        # A part that has no right answer, such as the reason given beside a choice.
        return None if not part else 0.0
    return share if 0 <= share <= 1 else None


def _number(value: Any) -> bool:
    try:
        return (
            isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        )
    except OverflowError:  # a whole number that no float can hold
        return False


def _moment(text: Any) -> int | None:
    try:
        moment = datetime.fromisoformat(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return round(moment.timestamp() * 1000)
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def _duration(text: Any) -> int | None:
    found = _DURATION.fullmatch(text) if isinstance(text, str) else None
    if not found:
        return None
    hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return round((hours * 3600 + minutes * 60 + seconds) * 1000)
