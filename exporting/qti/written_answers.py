"""QTI parts of questions that are answered in writing and graded by a human."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from exporting.losses import BY_TEACHERS
from exporting.qti.elements import element, marked_up
from exporting.qti.parts import RESPONSE, Parts
from exporting.qti.responses import declared
from exporting.question import Card, Essay, Line
from exporting.wording import prompt

_RECALLED: Final = "记忆卡改为先写下来再看背面，平台不记自评，由教师评分"


def essay(body: Essay) -> Parts:
    """Return the parts of a short-answer question."""
    points = (f"要点：{one.text}。{one.feedback}" for one in body.points)
    return _written(max(5, body.lines), points=points, lost=BY_TEACHERS)


def recalled(body: Card) -> Parts:
    """Return the parts of a flashcard."""
    parts = _written(3, points=(f"背面：{entry}" for entry in body.back), lost=_RECALLED)
    front = (Line(body.front, quoted=True), Line("先写下你记得的，再看背面。"))
    parts.content[:0] = list(marked_up("div", prompt(front)))
    return parts


def _written(lines: int, *, points: Iterable[str], lost: str) -> Parts:
    """Return the parts of a text field graded by a human."""
    notes = tuple(points)
    return Parts(
        "extendedTextInteraction",
        [declared(RESPONSE, "string", "single", [])],
        [
            element(
                "qti-extended-text-interaction",
                response_identifier=RESPONSE,
                expected_lines=str(lines),
            )
        ],
        [],
        notes=notes,
        lost=(lost,),
        scorer=notes,
    )
