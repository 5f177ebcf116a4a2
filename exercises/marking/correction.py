"""Feedback on an answer that lost points: the key beside it, and the most important reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from exercises.inline import plain
from exercises.marking.scoring import Result
from exercises.rubric import Mark

#: Wrong answers are explained before missing ones.
_FIRST: Final[tuple[Mark, ...]] = ("wrong", "missed")


@dataclass(frozen=True)
class Correction:
    """Feedback on an answer that lost points.

    Parameters
    ----------
    given, key
        The answer and the key in the same form; `given` is empty if nothing was answered.
    about
        The part of the answer that the reason is about, in words.
    reason
        The most important reason: that of the first mistake.
    """

    given: str
    key: str
    about: str
    reason: str


def correction(result: Result) -> Correction:
    """Return the feedback on an answer.

    Parameters
    ----------
    result
        An answer that lost points.
    """
    asked, response = result.asked, result.reading.response
    item = asked.item
    given = item.answered(response) if response else ""
    about, reason = _reason(result)
    return Correction(plain(given), plain(item.key()), plain(about), plain(reason))


def _reason(result: Result) -> tuple[str, str]:
    """Find the reason for the first mistake, or else for the key, and what it is about."""
    asked, response = result.asked, result.reading.response
    right = asked.rubric.right_response()
    for mark in _FIRST:
        for slot in result.slots:
            value = response.get(slot.slot, right.get(slot.slot))
            if slot.mark == mark and slot.feedback and value is not None:
                return asked.item.describe(slot.slot, value), slot.feedback
    if not asked.item.self_rated:
        for name, value in right.items():
            if reason := asked.rubric.slots[name].outcome(value).feedback:
                return asked.item.describe(name, value), reason
    first = next((reason for reason in asked.item.reasons() if reason.right), None)
    return (first.label, first.text) if first else ("", "")
