"""What is exported: the items of a course in their neutral form, and the course as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from exercises.rubric import Rubric
from exporting.question import Question

#: A file that every built site has; it names the first page.
MANIFEST = "manifest.webmanifest"


@dataclass(frozen=True)
class Source:
    """A sentence that an item cites: its place and its text."""

    label: str
    text: str


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
        Name of its kind.
    stem
        The stem, by which trainers recognise it.
    questions
        What it asks; empty if its kind has no neutral form.
    hint
        A hint to show before the answer; may be empty.
    sources
        The sentences that it cites.
    tags
        Tags by which a platform can sort it.
    lost
        What is lost in all formats.
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
    """The items of one chapter, with its id and title; items of a tour do not count in totals."""

    id: str
    title: str
    items: tuple[Exported, ...]
    tour: bool = False


@dataclass(frozen=True)
class Whole:
    """The course as a whole, for formats that contain its pages.

    Parameters
    ----------
    site
        The folder of the built pages.
    author
        The course's author.
    answered
        Percentage of the exercises that completes the course.
    paper
        The paper whose result decides on passing; empty if all exercises together do.
    pass_mark
        The lowest percentage that passes.
    """

    site: Path
    author: str
    answered: int
    paper: str
    pass_mark: int

    @property
    def is_built(self) -> bool:
        """Whether there are pages to pack."""
        return (self.site / MANIFEST).exists()


@dataclass(frozen=True)
class Collection:
    """Everything to export of one course.

    Parameters
    ----------
    course, version, title
        The course's id, version and title.
    sections
        Its chapters, in the order of the bank.
    whole
        The course as a whole; None if only some chapters are exported.
    """

    course: str
    version: str
    title: str
    sections: tuple[Section, ...]
    whole: Whole | None = None

    def stable_id(self, item: Exported, questions: Sequence[Question], place: int) -> str:
        """Return a permanent id of a question from course, item, version and its index from 0."""
        part = f".{place + 1}" if len(questions) > 1 else ""
        return f"{self.course}.{item.id}.{item.version}{part}"

    @property
    def heading(self) -> str:
        """The course with its version, as used for a platform's category."""
        return f"{self.title}（{self.version}版）"
