"""Dispatch from a question's body to its QTI parts."""

from __future__ import annotations

from exporting.qti.arrangements import matched, ordered
from exporting.qti.choices import judged, picked
from exporting.qti.gaps import filled
from exporting.qti.parts import Parts
from exporting.qti.written_answers import essay, recalled
from exporting.question import Card, Essay, Gapped, Judge, Match, Order, Pick, Question


def parts_of(question: Question) -> Parts | None:
    """Return the QTI parts of a question; None if QTI has no such form."""
    match question.body:
        case Pick() as body:
            parts = picked(body, question)
        case Judge() as body:
            parts = judged(body)
        case Match() as body:
            parts = matched(body)
        case Order() as body:
            parts = ordered(body, question)
        case Gapped() as body:
            parts = _gapped(body)
        case Essay() as body:
            parts = essay(body)
        case Card() as body:
            parts = recalled(body)
        case _:
            return None
    return parts


def _gapped(body: Gapped) -> Parts:
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
