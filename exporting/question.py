"""The neutral form of a question: what it asks and how it is graded, whatever the format.

Texts are those of the bank: ``**word**`` is emphasised. Credit is a fraction of full marks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Self

FULL = Fraction(1)
NONE = Fraction(0)


@dataclass(frozen=True)
class Line:
    """A paragraph of the prompt, or an entry of a nested list.

    Parameters
    ----------
    text
        Its text.
    depth
        0 for a paragraph, 1 or more for a list entry.
    quoted
        Whether the paragraph is a passage to work on.
    """

    text: str
    depth: int = 0
    quoted: bool = False


@dataclass(frozen=True)
class Answer:
    """An answer that can be picked or typed.

    Parameters
    ----------
    text
        Its text.
    credit
        Its score as a fraction of full marks; may be negative.
    feedback
        The reason, based on the speech; may be empty.
    """

    text: str
    credit: Fraction
    feedback: str = ""


@dataclass(frozen=True)
class Pick:
    """Options, of which one or several can be picked.

    Parameters
    ----------
    answers
        The options.
    several
        Whether several may be picked.
    shuffle
        Whether their order may be changed.
    spans
        Whether they are words of the prompt's quoted passage, which contains each of them once.
    """

    answers: tuple[Answer, ...]
    several: bool = False
    shuffle: bool = True
    spans: bool = False


@dataclass(frozen=True)
class Judge:
    """A statement to judge, with its corrections.

    Parameters
    ----------
    verdict
        Whether it is true.
    feedback
        Why it is true or false.
    corrections
        Possible corrections; one has full credit if the statement is false.
    """

    verdict: bool
    feedback: str
    corrections: tuple[Answer, ...]


@dataclass(frozen=True)
class Pair:
    """A premise and the option that belongs to it."""

    left: str
    right: str
    feedback: str = ""


@dataclass(frozen=True)
class Match:
    """Premises to pair with options.

    Parameters
    ----------
    pairs
        The right pairs.
    spare
        Distractors.
    mistaken
        Wrong pairs that have a reason of their own; without a premise, it concerns any premise.
    """

    pairs: tuple[Pair, ...]
    spare: tuple[str, ...] = ()
    mistaken: tuple[Pair, ...] = ()


@dataclass(frozen=True)
class Order:
    """Steps in their right order; `shown` is the order in which they are presented."""

    steps: tuple[Pair, ...]
    shown: tuple[int, ...]


@dataclass(frozen=True)
class Gap:
    """A gap: its possible answers, and the feedback on any other answer."""

    answers: tuple[Answer, ...]
    otherwise: str

    @property
    def right(self) -> str:
        """The first right answer."""
        return next(answer.text for answer in self.answers if answer.credit == FULL)

    @property
    def mistakes(self) -> tuple[Answer, ...]:
        """The wrong answers that have a reason of their own."""
        return tuple(
            answer
            for answer in self.answers
            if answer.credit == NONE and answer.feedback not in {"", self.otherwise}
        )


@dataclass(frozen=True)
class GappedLine:
    """A line with gaps: runs of text, and indices of gaps, from 0."""

    pieces: tuple[str | int, ...]
    depth: int = 0


@dataclass(frozen=True)
class Gapped:
    """Lines with gaps to fill by typing or from a word list."""

    lines: tuple[GappedLine, ...]
    gaps: tuple[Gap, ...]
    typed: bool


@dataclass(frozen=True)
class Typed:
    """A short text to type; formats without gaps use it for each gap."""

    gap: Gap


@dataclass(frozen=True)
class Essay:
    """A free answer, and the points of a full answer."""

    points: tuple[Answer, ...]
    lines: int


@dataclass(frozen=True)
class Card:
    """A card to recall: its front, and the entries of its back."""

    front: str
    back: tuple[str, ...]


Body = Pick | Judge | Match | Order | Gapped | Typed | Essay | Card


@dataclass(frozen=True)
class Question:
    """One question of an item; most items have only one.

    Parameters
    ----------
    prompt
        What it asks.
    body
        How it is answered.
    points
        Points for full marks.
    notes
        Feedback after the answer, besides that of the answers.
    """

    prompt: tuple[Line, ...]
    body: Body
    points: int
    notes: tuple[str, ...] = ()

    def noting(self, *notes: str) -> Self:
        """Return the question with more notes."""
        return replace(self, notes=(*self.notes, *filter(None, notes)))
