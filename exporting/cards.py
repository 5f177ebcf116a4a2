"""The two sides of a flashcard, for all kinds of questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import singledispatch
from string import ascii_uppercase
from typing import Final

from exporting.question import Answer, Body, Card, Essay, Gap, Gapped, Judge, Match, Order, Pick
from exporting.wording import html, mispaired, nested

#: Replacements of text that Anki would read as a gap.
_SIGNS: Final = {"{{": "&#123;&#123;", "}}": "&#125;&#125;", "::": "&#58;&#58;"}


@dataclass(frozen=True)
class Sides:
    """HTML of a card's two sides; the prompt precedes the front."""

    front: str
    back: str


def _listed(entries: Iterable[str], tag: str = "ul") -> str:
    return f"<{tag}>{''.join(f'<li>{entry}</li>' for entry in entries)}</{tag}>"


def _reasoned(answers: Iterable[Answer]) -> str:
    """Return each option with its letter, mark and feedback."""
    return "".join(
        f"<p>{mark} {letter}. {html(one.text)}<br>{html(one.feedback)}</p>"
        for letter, one in zip(ascii_uppercase, answers, strict=False)
        for mark in ["√" if one.credit > 0 else "×"]
    )


def _lettered(answers: Iterable[Answer]) -> str:
    return "".join(
        f"<p>{letter}. {html(one.text)}</p>"
        for letter, one in zip(ascii_uppercase, answers, strict=False)
    )


@singledispatch
def sides(body: Body) -> Sides:
    """Return both sides of a card.

    Parameters
    ----------
    body
        The question's body; for gaps use :func:`cloze`.
    """
    raise TypeError(f"no card of {type(body).__name__}")


@sides.register
def _(body: Card) -> Sides:
    return Sides(f"<p><strong>{html(body.front)}</strong></p>", _listed(map(html, body.back)))


@sides.register
def _(body: Pick) -> Sides:
    return Sides(_lettered(body.answers), _reasoned(body.answers))


@sides.register
def _(body: Judge) -> Sides:
    verdict = "对（√），不用改" if body.verdict else "错（×）"
    front = f"<p>对还是错？错的，怎样改？</p>{_lettered(body.corrections)}"
    back = f"<p><strong>{verdict}</strong><br>{html(body.feedback)}</p>"
    return Sides(front, back + _reasoned(body.corrections))


@sides.register
def _(body: Match) -> Sides:
    options = sorted({pair.right for pair in body.pairs} | set(body.spare))
    front = _listed(html(pair.left) for pair in body.pairs)
    back = "".join(
        f"<p>{html(pair.left)}——<strong>{html(pair.right)}</strong><br>{html(pair.feedback)}</p>"
        for pair in body.pairs
    )
    mistakes = "".join(f"<p>{html(mistake)}</p>" for mistake in mispaired(body))
    return Sides(f"{front}<p>可选：{'、'.join(map(html, options))}</p>", back + mistakes)


@sides.register
def _(body: Order) -> Sides:
    front = _listed(html(body.steps[place].left) for place in body.shown)
    steps = (f"{html(step.left)}<br>{html(step.feedback)}" for step in body.steps)
    return Sides(front, _listed(steps, "ol"))


@sides.register
def _(body: Essay) -> Sides:
    return Sides("", _listed(f"{html(one.text)}<br>{html(one.feedback)}" for one in body.points))


def cloze(body: Gapped) -> Sides:
    """Return a text whose gaps Anki hides one at a time, and the feedback of the gaps."""

    def piece(given: str | int) -> str:
        if isinstance(given, str):
            return _plain(given)
        return f"{{{{c{given + 1}::{_plain(body.gaps[given].right)}}}}}"

    text = nested([(line.depth, "".join(map(piece, line.pieces))) for line in body.lines])
    words = [] if body.typed else [_plain(answer.text) for answer in body.gaps[0].answers]
    offered = f"<p>可选：{'、'.join(words)}</p>" if words else ""
    return Sides(text + offered, "".join(map(_reason, enumerate(body.gaps, start=1))))


def _reason(numbered: tuple[int, Gap]) -> str:
    number, gap = numbered
    mistakes = (f"<br>错填“{html(one.text)}”：{html(one.feedback)}" for one in gap.mistakes)
    return f"<p>（{number}）{html(gap.right)}：{html(gap.otherwise)}{''.join(mistakes)}</p>"


def _plain(text: str) -> str:
    """Return HTML in which Anki recognises no gaps."""
    written = html(text)
    for sign, instead in _SIGNS.items():
        written = written.replace(sign, instead)
    return written
