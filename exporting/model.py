"""The neutral form of an item: what is asked and how it is graded, whatever the format.

Texts are those of the bank: ``**word**`` stands out. Credit is a part of full marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Self

from exercises.rubric import Rubric

FULL = Fraction(1)
NONE = Fraction(0)
#: A file that every built site has, and that names its first page.
MANIFEST = "manifest.webmanifest"


@dataclass(frozen=True)
class Line:
    """A paragraph of the prompt, or an entry of a nested list in it.

    Parameters
    ----------
    text
        Its text.
    depth
        0 for a paragraph; from 1 for an entry of a list.
    quoted
        Whether the paragraph is a passage to work on.
    """

    text: str
    depth: int = 0
    quoted: bool = False


@dataclass(frozen=True)
class Answer:
    """Something that can be picked or typed.

    Parameters
    ----------
    text
        Its text.
    credit
        What it earns, as a part of full marks; negative if it costs.
    feedback
        The reason by the text; may be empty.
    """

    text: str
    credit: Fraction
    feedback: str = ""


@dataclass(frozen=True)
class Pick:
    """Options, of which one or several are to be picked.

    Parameters
    ----------
    answers
        The options.
    several
        Whether several may be picked.
    shuffle
        Whether their order may be changed.
    spans
        Whether they are words of the prompt's quoted passage, each there once.
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
        The ways to correct it, of which one has full credit if the statement is false.
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
    """Premises to be paired with options; `spare` are options that belong to none."""

    pairs: tuple[Pair, ...]
    spare: tuple[str, ...] = ()


@dataclass(frozen=True)
class Order:
    """Steps in their right order; `shown` is the order in which they are offered."""

    steps: tuple[Pair, ...]
    shown: tuple[int, ...]


@dataclass(frozen=True)
class Gap:
    """A gap: what can be chosen or is accepted, and what is said of anything else."""

    answers: tuple[Answer, ...]
    otherwise: str

    @property
    def right(self) -> str:
        """The first right answer."""
        return next(answer.text for answer in self.answers if answer.credit == FULL)


@dataclass(frozen=True)
class GappedLine:
    """A line with gaps: runs of text, and the gaps' places in the list of gaps, from 0."""

    pieces: tuple[str | int, ...]
    depth: int = 0


@dataclass(frozen=True)
class Gapped:
    """Lines with gaps, to be filled by typing or from a list of words."""

    lines: tuple[GappedLine, ...]
    gaps: tuple[Gap, ...]
    typed: bool


@dataclass(frozen=True)
class Typed:
    """One short text to type; what a format makes of a gap."""

    gap: Gap


@dataclass(frozen=True)
class Essay:
    """A free answer, and the points that a full one makes."""

    points: tuple[Answer, ...]
    lines: int


@dataclass(frozen=True)
class Card:
    """A card to recall: its front, and the entries of its back."""

    front: str
    back: tuple[str, ...]


Body = Pick | Judge | Match | Order | Gapped | Typed | Essay | Card


@dataclass(frozen=True)
class Source:
    """A sentence of the text on which an item rests: its place and its words."""

    label: str
    text: str


@dataclass(frozen=True)
class Question:
    """One question of an item; most items are one.

    Parameters
    ----------
    prompt
        What is asked.
    body
        What is answered.
    points
        What it is worth.
    notes
        What is said after the answer besides the reasons of the answers.
    """

    prompt: tuple[Line, ...]
    body: Body
    points: int
    notes: tuple[str, ...] = ()

    def noting(self, *notes: str) -> Self:
        """Give the question with more said after the answer."""
        return replace(self, notes=(*self.notes, *filter(None, notes)))


@dataclass(frozen=True)
class Exported:
    """One item in its neutral form.

    Parameters
    ----------
    id
        Its id in the bank.
    version
        The hash of what it asks.
    label
        What its kind is called.
    stem
        The stem, by which trainers know it.
    questions
        What it asks; empty if its kind has no neutral form.
    hint
        What may be shown before the answer; may be empty.
    sources
        The sentences that it rests on.
    tags
        What a platform may sort it by.
    lost
        What no format holds.
    rubric
        How the course itself grades it.
    """

    id: str
    version: str
    label: str
    stem: str
    questions: tuple[Question, ...]
    hint: str
    sources: tuple[Source, ...]
    tags: tuple[str, ...]
    lost: tuple[str, ...] = ()
    rubric: Rubric = field(default=Rubric({}, 0), compare=False)


@dataclass(frozen=True)
class Section:
    """The items of one chapter, with its id and title; those of a tour count in no total."""

    id: str
    title: str
    items: tuple[Exported, ...]
    tour: bool = False


@dataclass(frozen=True)
class Whole:
    """The course as a whole, for the formats that hold its pages too.

    Parameters
    ----------
    site
        The folder of the built pages.
    author
        Who made the course.
    answered
        The part of the exercises, in per cent, that makes the course completed.
    paper
        The paper whose result tells who has passed; empty if all exercises together do.
    papers
        The papers that the course has.
    pass_mark
        The least result that passes, in per cent.
    """

    site: Path
    author: str
    answered: int
    paper: str
    papers: tuple[str, ...]
    pass_mark: int

    @property
    def is_built(self) -> bool:
        """Whether there are pages to pack."""
        return (self.site / MANIFEST).exists()


@dataclass(frozen=True)
class Collection:
    """All that is to be exported of one course.

    Parameters
    ----------
    course, version, title
        The course's id, version and title.
    sections
        Its chapters, in the order of the bank.
    whole
        The course as a whole; none if only some chapters are asked for.
    """

    course: str
    version: str
    title: str
    sections: tuple[Section, ...]
    whole: Whole | None = None

    def stable_id(self, item: Exported, questions: Sequence[Question], place: int) -> str:
        """Name a question for ever: by course, item and version, and its place from 0."""
        part = f".{place + 1}" if len(questions) > 1 else ""
        return f"{self.course}.{item.id}.{item.version}{part}"

    @property
    def heading(self) -> str:
        """The course with its version, as a platform's category is called."""
        return f"{self.title}（{self.version}版）"
