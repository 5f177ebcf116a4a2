"""What the form of a question brings to its item: interactions, scoring, reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import singledispatch
from typing import Final
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)

from exporting.losses import BY_TEACHERS, NO_EMPHASIS, REASONS_TOGETHER
from exporting.model import (
    FULL,
    NONE,
    Answer,
    Body,
    Card,
    Essay,
    Gapped,
    Judge,
    Line,
    Match,
    Order,
    Pick,
    Question,
)
from exporting.qti.elements import (
    SCORE,
    adding,
    base,
    element,
    marked_up,
    matches,
    number,
    outcome,
    variable,
    when,
)
from exporting.qti.gaps import filled
from exporting.qti.hottext import marked
from exporting.qti.responses import declared, mapped, reason_of
from exporting.wording import html, one_line, paired, prompt

RESPONSE: Final = "RESPONSE"
_VERDICT: Final = "VERDICT"
_CORRECTION: Final = "CORRECTION"
_UNCHANGED: Final = Answer("不用改", NONE)
_RECALLED: Final = "记忆卡改为先写下来再看背面，平台不记自评，由教师评分"


@dataclass
class Parts:
    """What a form brings to its item.

    Parameters
    ----------
    type
        The name of the interaction, as the manifest gives it.
    declarations
        The responses.
    content
        What follows the prompt.
    processing
        What sets the score, and names more reasons to be shown.
    reasons
        What is said of an answer, by the name of the block that says it.
    naming
        The responses whose values are names of reasons.
    notes
        What is said after any answer.
    lost
        What is lost.
    scorer
        What a person who grades is shown; empty where the platform grades.
    holds_passage
        Whether the content has the prompt's quoted passages in it.
    """

    type: str
    declarations: list[ET.Element]
    content: list[ET.Element]
    processing: list[ET.Element]
    reasons: dict[str, str] = field(default_factory=dict)
    naming: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    scorer: tuple[str, ...] = ()
    holds_passage: bool = False


def parts_of(question: Question) -> Parts | None:
    """Give what a question's form brings; none if QTI has no such form."""
    return _parts(question.body, question)


@singledispatch
def _parts(_body: Body, _question: Question) -> Parts | None:
    return None


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


@_parts.register
def _(body: Pick, question: Question) -> Parts:
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


@_parts.register
def _(body: Judge, _question: Question) -> Parts:
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
        # A correction counts only where the statement is judged to need one.
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


@_parts.register
def _(body: Match, _question: Question) -> Parts:
    # In the order of their texts: that of the pairs would tell.
    options = sorted({*(one_line(pair.right) for pair in body.pairs), *map(one_line, body.spare)})
    names = {text: f"O{place}" for place, text in enumerate(options, start=1)}
    right = [
        f"P{place} {names[one_line(pair.right)]}" for place, pair in enumerate(body.pairs, start=1)
    ]
    premises = (
        marked_up(
            "qti-simple-associable-choice", html(pair.left), identifier=f"P{place}", match_max="1"
        )
        for place, pair in enumerate(body.pairs, start=1)
    )
    offered = (
        element("qti-simple-associable-choice", text, identifier=names[text], match_max="0")
        for text in options
    )
    interaction = element(
        "qti-match-interaction",
        element("qti-simple-match-set", *premises),
        element("qti-simple-match-set", *offered),
        response_identifier=RESPONSE,
        max_associations="0",
        shuffle="false",
    )
    emphasised = any("**" in text for text in (*(p.right for p in body.pairs), *body.spare))
    return Parts(
        "matchInteraction",
        [declared(RESPONSE, "directedPair", "multiple", right, dict.fromkeys(right, FULL))],
        [interaction],
        [outcome(SCORE, mapped(RESPONSE))],
        notes=paired(body),
        lost=(REASONS_TOGETHER, *((NO_EMPHASIS,) if emphasised else ())),
    )


@_parts.register
def _(body: Order, question: Question) -> Parts:
    names = [f"S{place}" for place in range(1, len(body.steps) + 1)]
    # Named by where they are shown: a name is not to tell the place.
    shown = dict(zip(body.shown, names, strict=True))
    offered = (
        marked_up("qti-simple-choice", html(body.steps[place].left), identifier=shown[place])
        for place in body.shown
    )
    right = [shown[place] for place in range(len(body.steps))]
    places = [
        when(
            element(
                "qti-match",
                element("qti-index", variable(RESPONSE), n=str(place)),
                base("identifier", name),
            ),
            adding(SCORE, base("float", "1")),
        )
        for place, name in enumerate(right, start=1)
    ]
    # First the whole order: it is full marks also where a player cannot tell the places apart.
    whole = element("qti-match", variable(RESPONSE), element("qti-correct", identifier=RESPONSE))
    full = outcome(SCORE, base("float", number(question.points)))
    scoring = element(
        "qti-response-condition",
        element("qti-response-if", whole, full),
        element("qti-response-else", *places),
    )
    return Parts(
        "orderInteraction",
        [declared(RESPONSE, "identifier", "ordered", right)],
        [element("qti-order-interaction", *offered, response_identifier=RESPONSE, shuffle="false")],
        [scoring],
        notes=tuple(f"第{step.right}　{step.left}：{step.feedback}" for step in body.steps),
        lost=(REASONS_TOGETHER,),
    )


@_parts.register
def _(body: Gapped, _question: Question) -> Parts:
    found = filled(body)
    return Parts(
        "textEntryInteraction" if body.typed else "inlineChoiceInteraction",
        found.declarations,
        found.content,
        found.processing,
        reasons=found.reasons,
        naming=found.naming,
        lost=found.lost,
    )


def _written(lines: int, *, points: Iterable[str], lost: str) -> Parts:
    """Let something be written that a person grades."""
    told = tuple(points)
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
        notes=told,
        lost=(lost,),
        scorer=told,
    )


@_parts.register
def _(body: Essay, _question: Question) -> Parts:
    points = (f"要点：{one.text}。{one.feedback}" for one in body.points)
    return _written(max(5, body.lines), points=points, lost=BY_TEACHERS)


@_parts.register
def _(body: Card, _question: Question) -> Parts:
    parts = _written(3, points=(f"背面：{entry}" for entry in body.back), lost=_RECALLED)
    front = (Line(body.front, quoted=True), Line("先写下你记得的，再看背面。"))
    parts.content[:0] = list(marked_up("div", prompt(front)))
    return parts
