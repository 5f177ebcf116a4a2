"""What is printed for whom: the editions of the whole book, and the parts that are asked for."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

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
        What the template calls it.
    file
        The name of its source and its PDF.
    includes
        The files that its source includes.
    """

    name: str
    file: str
    includes: tuple[str, ...]


LEARNER: Final = Edition("learner", "handout", ("pages.typ",))
TEACHER: Final = Edition("teacher", "handout-teacher", ("pages.typ", "answers.typ"))
#: What is read without a pen: few pages, also as a booklet.
READING: Final = Edition("reading", "handout-reading", ("reading.typ",))
EDITIONS: Final = (LEARNER, TEACHER, READING)
BOOKLET: Final = "handout-booklet"
#: All that a build of the whole book makes.
FILES: Final = (*(edition.file for edition in EDITIONS), BOOKLET)

#: What ``--only`` may say, and how it is called in print.
ONLY: Final[dict[str, tuple[Content, str]]] = {
    "": ("all", ""),
    "exercises": ("exercises", "练习"),
    "text": ("text", "原文和旁注"),
}


@dataclass(frozen=True)
class Part:
    """Some chapters, or some of their content, printed for themselves.

    Parameters
    ----------
    chapters
        Names of chapters, as their files have them; all if empty.
    only
        A key of :data:`ONLY`.
    teacher
        Whether the answers stand behind it.
    """

    chapters: tuple[str, ...]
    only: str
    teacher: bool = False

    @property
    def file(self) -> str:
        """The name of its source and its PDF."""
        answers = TEACHER.name if self.teacher else ""
        return "-".join(["handout", *self.chapters, *filter(None, [self.only, answers])])

    @property
    def edition(self) -> str:
        """What the template calls it."""
        return "teacher-part" if self.teacher else "part"

    @property
    def content(self) -> Content:
        """What of the chapters is printed."""
        return ONLY[self.only][0]

    @property
    def called(self) -> str:
        """What is printed, in words; empty if it is all."""
        return ONLY[self.only][1]

    def chosen(self, pages: Iterable[Page], bank: Bank) -> list[Page]:
        """Pick the pages.

        Parameters
        ----------
        pages
            The book's pages in order.
        bank
            The bank, which names the chapters that have items.

        Raises
        ------
        CourseError
            If there is no page of some name; all such names are in the message.
        """
        listed = list(pages)
        if not self.chapters:
            return listed
        names = {page.docname.rpartition("/")[2]: page.docname for page in listed}
        printed = {page.docname for page in listed}
        names |= {each.id: each.page for each in bank.chapters if each.page in printed}
        unknown = [name for name in self.chapters if name not in names]
        if unknown:
            raise CourseError(
                f"没有章 {'、'.join(unknown)}；--chapters 里可以写 {'、'.join(names)}，"
                "几章之间用英文逗号隔开"
            )
        chosen = {names[name] for name in self.chapters}
        return [page for page in listed if page.docname in chosen]


_REQUESTED: ContextVar[Part | None] = ContextVar("requested", default=None)


def requested() -> Part | None:
    """Give the part that this build is to print; None for the whole book."""
    return _REQUESTED.get()


@contextmanager
def printing(part: Part | None) -> Generator[None]:
    """Have builds print a part, which Jupyter Book has no way to hand to a builder.

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
    """Read what the command line asks for.

    Parameters
    ----------
    chapters
        Names with commas between them.
    only
        A key of :data:`ONLY`.
    teacher
        Whether it is to have the answers, for which it needs exercises.

    Returns
    -------
    Part or None
        None if neither chapters nor content are given.

    Raises
    ------
    CourseError
        If the answers are asked for, and a part that has none.
    """
    if teacher and only == "text":
        raise CourseError("--only text 不印练习，没有答案可附；请去掉 --teacher，或改 --only")
    names: Sequence[str] = [
        name.strip() for name in (chapters or "").replace("，", ",").split(",") if name.strip()
    ]
    if not names and not only:
        if teacher:
            raise CourseError(
                "--teacher 只用于节选；请加 --chapters 或 --only exercises，"
                "全书的教师版用 make handout"
            )
        return None
    return Part(tuple(dict.fromkeys(names)), only or "", teacher)
