"""QTI parts of questions answered by arranging: pairing and ordering."""

from __future__ import annotations

from exporting.losses import NO_EMPHASIS, REASONS_TOGETHER
from exporting.qti.elements import (
    SCORE,
    adding,
    base,
    element,
    marked_up,
    number,
    outcome,
    variable,
    when,
)
from exporting.qti.parts import RESPONSE, Parts
from exporting.qti.responses import declared, mapped
from exporting.question import FULL, Match, Order, Question
from exporting.wording import html, one_line, paired


def matched(body: Match) -> Parts:
    """Return the parts of a matching question."""
    # Sorted by text: the order of the pairs would give the answers away.
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


def ordered(body: Order, question: Question) -> Parts:
    """Return the parts of an ordering question."""
    names = [f"S{place}" for place in range(1, len(body.steps) + 1)]
    # Named in the order shown, as the names must not reveal the right places.
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
    # The whole order is tested first, for players that do not support single places.
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
