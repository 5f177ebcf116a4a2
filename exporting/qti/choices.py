"""QTI parts of questions answered by choosing: options, spans of a text, true or false."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)

from exporting.qti.elements import SCORE, adding, base, element, marked_up, matches, outcome, when
from exporting.qti.hottext import marked
from exporting.qti.parts import RESPONSE, Parts
from exporting.qti.responses import declared, mapped, reason_of
from exporting.question import FULL, NONE, Answer, Judge, Pick, Question
from exporting.wording import html

_VERDICT: Final = "VERDICT"
_CORRECTION: Final = "CORRECTION"
_UNCHANGED: Final = Answer("不用改", NONE)


def picked(body: Pick, question: Question) -> Parts:
    """Return the parts of a question with options."""
    named = [(f"C{place}", answer) for place, answer in enumerate(body.answers, start=1)]
    interaction = (
        marked(
            RESPONSE,
            named,
            [line for line in question.prompt if line.quoted],
            several=body.several,
        )
        if body.spans
        else _choices(RESPONSE, named, several=body.several, shuffle=body.shuffle)
    )
    earned = {name: answer.credit * question.points for name, answer in named}
    right = [name for name, answer in named if answer.credit > 0]
    return Parts(
        "hottextInteraction" if body.spans else "choiceInteraction",
        [declared(RESPONSE, "identifier", "multiple" if body.several else "single", right, earned)],
        [interaction],
        [outcome(SCORE, mapped(RESPONSE))],
        reasons={name: reason_of(answer) for name, answer in named if answer.feedback},
        naming=(RESPONSE,),
        holds_passage=body.spans,
    )


def judged(body: Judge) -> Parts:
    """Return the parts of a true-or-false question."""
    verdicts = [
        (name, Answer(text, FULL if body.verdict == true else NONE, body.feedback))
        for name, text, true in (("TRUE", "对（√）", True), ("FALSE", "错（×）", False))
    ]
    corrections = [
        ("C0", _UNCHANGED),
        *((f"C{place}", answer) for place, answer in enumerate(body.corrections, start=1)),
    ]
    verdict = "TRUE" if body.verdict else "FALSE"
    best = next((name for name, answer in corrections if answer.credit == FULL), "C0")
    points = [adding(SCORE, base("float", "1"))]
    if not body.verdict:
        # The correction counts only if the statement is judged false.
        points.append(when(matches(_CORRECTION, "identifier", best), *points))
    return Parts(
        "choiceInteraction",
        [
            declared(_VERDICT, "identifier", "single", [verdict]),
            declared(_CORRECTION, "identifier", "single", [best]),
        ],
        [
            element("p", "这个说法："),
            _choices(_VERDICT, verdicts, several=False, shuffle=False),
            element("p", f"判为错的，选出怎样改；判为对的，选“{_UNCHANGED.text}”。"),
            _choices(_CORRECTION, corrections, several=False, shuffle=False),
        ],
        [when(matches(_VERDICT, "identifier", verdict), *points)],
        reasons={
            name: reason_of(answer) for name, answer in (*verdicts, *corrections) if answer.feedback
        },
        naming=(_VERDICT, _CORRECTION),
    )


def _choices(
    response: str, answers: Sequence[tuple[str, Answer]], *, several: bool, shuffle: bool
) -> ET.Element:
    offered = (
        marked_up("qti-simple-choice", html(answer.text), identifier=name)
        for name, answer in answers
    )
    return element(
        "qti-choice-interaction",
        *offered,
        response_identifier=response,
        max_choices="0" if several else "1",
        shuffle=str(shuffle).lower(),
    )
