"""Simpler forms of questions for formats that lack the original form."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from exporting.question import Gapped, Line, Match, Order, Pair, Pick, Question, Typed

_BLANK: Final = "____"

#: Questions that replace one, and what is lost; empty if nothing is.
Simpler = tuple[list[Question], str]


def positions(question: Question, body: Order) -> Simpler:
    """Convert an ordering to a matching of steps and positions."""
    places = [body.steps[shown] for shown in body.shown]
    pairs = tuple(Pair(step.left, f"第{step.right}", step.feedback) for step in places)
    return [replace(question, body=Match(pairs))], "排序改为给每一项选位次"


def separate_gaps(question: Question, body: Gapped) -> Simpler:
    """Convert gaps to a choice, to a matching with the words, or to one short text each."""
    passage = _numbered(body)
    if body.typed:
        return _typed(question, body, passage)
    if len(body.gaps) == 1:
        prompt = (*question.prompt, *passage)
        return [
            replace(question, prompt=prompt, body=Pick(body.gaps[0].answers))
        ], "选词改为单项选择"
    words = [answer.text for answer in body.gaps[0].answers]
    pairs = tuple(
        Pair(f"第（{number}）空", gap.right, gap.otherwise)
        for number, gap in enumerate(body.gaps, start=1)
    )
    spare = tuple(word for word in words if word not in {gap.right for gap in body.gaps})
    mistaken = tuple(
        Pair(f"第（{number}）空", answer.text, answer.feedback)
        for number, gap in enumerate(body.gaps, start=1)
        for answer in gap.mistakes
    )
    prompt = (*question.prompt, *passage, Line("给每一空选出该填的词；有的词用不上。"))
    return [replace(question, prompt=prompt, body=Match(pairs, spare, mistaken))], "选词改为配对"


def _typed(question: Question, body: Gapped, passage: tuple[Line, ...]) -> Simpler:
    single = len(body.gaps) == 1
    made = [
        replace(
            question,
            prompt=(
                *question.prompt,
                *passage,
                *(() if single else (Line(f"只填第（{number}）空。"),)),
            ),
            body=Typed(gap),
            points=1,
        )
        for number, gap in enumerate(body.gaps, start=1)
    ]
    return made, "" if single else f"{len(made)} 个空各成一题"


def _numbered(body: Gapped) -> tuple[Line, ...]:
    """Return the passage with its gaps as numbered blanks."""

    def shown(piece: str | int) -> str:
        if isinstance(piece, str):
            return piece
        return _BLANK if len(body.gaps) == 1 else f"（{piece + 1}）{_BLANK}"

    return tuple(
        Line("".join(map(shown, line.pieces)), line.depth, quoted=not line.depth)
        for line in body.lines
    )
