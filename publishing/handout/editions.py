"""What can be printed: the editions of the whole book, and parts requested by options."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

from course.arguments import listed
from exercises import Bank
from publishing.errors import CourseError
from publishing.handout.pages import Page
from publishing.handout.printed import Content


@dataclass(frozen=True)
class Edition:
    """An edition of the whole book.

    Parameters
    ----------
    name
        Its name in the template.
    file
        File name of its source and its PDF, without suffix.
    includes
        Files that its source includes.
    """

    name: str
    file: str
    includes: tuple[str, ...]


LEARNER: Final = Edition("learner", "handout", ("pages.typ",))
TEACHER: Final = Edition("teacher", "handout-teacher", ("pages.typ", "answers.typ"))
#: For reading without doing exercises: fewer pages, also made into a booklet.
READING: Final = Edition("reading", "handout-reading", ("reading.typ",))
EDITIONS: Final = (LEARNER, TEACHER, READING)
BOOKLET: Final = "handout-booklet"
#: All PDFs of a build of the whole book.
FILES: Final = (*(edition.file for edition in EDITIONS), BOOKLET)

#: Values of ``--only``: the content, and its name in print.
ONLY: Final[dict[str, tuple[Content, str]]] = {
    "": ("all", ""),
    "exercises": ("exercises", "练习"),
    "text": ("text", "原文和旁注"),
}


@dataclass(frozen=True)
class Part:
    """Some chapters, or some of their content, printed separately.

    Parameters
    ----------
    chapters
        Names of chapters, as in their file names; empty for all.
    only
        A key of :data:`ONLY`.
    teacher
        Whether the answers are included.
    """

    chapters: tuple[str, ...]
    only: str
    teacher: bool = False

    @property
    def file(self) -> str:
        """File name of its source and its PDF, without suffix."""
        answers = TEACHER.name if self.teacher else ""
        return "-".join(["handout", *self.chapters, *filter(None, [self.only, answers])])

    @property
    def edition(self) -> str:
        """Its name in the template."""
        return "teacher-part" if self.teacher else "part"

    @property
    def content(self) -> Content:
        """Which content of the chapters is printed."""
        return ONLY[self.only][0]

    @property
    def called(self) -> str:
        """Name of the content in print; empty for all content."""
        return ONLY[self.only][1]

    def chosen(self, pages: Iterable[Page], bank: Bank) -> list[Page]:
        """Select the pages.

        Parameters
        ----------
        pages
            The book's pages in order.
        bank
            The bank, whose chapter ids are accepted as names too.

        Raises
        ------
        CourseError
            If a name matches no page; the message lists all such names.
        """
        every = list(pages)
        if not self.chapters:
            return every
        names = {page.docname.rpartition("/")[2]: page.docname for page in every}
        printed = {page.docname for page in every}
        names |= {each.id: each.page for each in bank.chapters if each.page in printed}
        unknown = [name for name in self.chapters if name not in names]
        if unknown:
            raise CourseError(
                f"没有章 {'、'.join(unknown)}；--chapters 里可以写 {'、'.join(names)}，"
                "几章之间用英文逗号隔开"
            )
        chosen = {names[name] for name in self.chapters}
        return [page for page in every if page.docname in chosen]


_REQUESTED: ContextVar[Part | None] = ContextVar("requested", default=None)


def requested() -> Part | None:
    """Return the part that this build prints; None for the whole book."""
    return _REQUESTED.get()


@contextmanager
def printing(part: Part | None) -> Generator[None]:
    """Set the part to print; Jupyter Book cannot pass options to a builder.

    Parameters
    ----------
    part
        The part; None for the whole book.
    """
    token = _REQUESTED.set(part)
    try:
        yield
    finally:
        _REQUESTED.reset(token)


def part_of(chapters: str | None, only: str | None, *, teacher: bool = False) -> Part | None:
    """Parse the command-line options that select a part.

    Parameters
    ----------
    chapters
        Names separated by commas.
    only
        A key of :data:`ONLY`.
    teacher
        Whether to include the answers, which requires exercises.

    Returns
    -------
    Part or None
        None if neither chapters nor content are selected.

    Raises
    ------
    CourseError
        If answers are requested for the whole book or for content without exercises.
    """
    if teacher and only == "text":
        raise CourseError("--only text 不印练习，没有答案可附；请去掉 --teacher，或改 --only")
    names = listed(chapters or "")
    if not names and not only:
        if teacher:
            raise CourseError(
                "--teacher 只用于节选；请加 --chapters 或 --only exercises，"
                "全书的教师版用 make handout"
            )
        return None
    return Part(tuple(dict.fromkeys(names)), only or "", teacher)
