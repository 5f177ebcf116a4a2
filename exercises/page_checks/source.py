"""Reading a page, with the faults that make it unreadable."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from course import Course, Fault
from course.text import UnreadableTextError, decoded
from exercises.page_checks.fences import Fence, fences


@dataclass(frozen=True)
class Page:
    """A page as it is typed.

    Parameters
    ----------
    shown
        Its path as messages name it.
    text
        All of it.
    """

    shown: Path
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """Its lines."""
        return self.text.split("\n")

    @cached_property
    def fences(self) -> tuple[Fence, ...]:
        """Its outermost fences."""
        return tuple(fences(self.lines))

    def fault(self, line: int, message: str) -> Fault:
        """Word a fault of the page."""
        return Fault(self.shown, line, "", "", message)


def read_page(course: Course, file: Path, faults: list[Fault]) -> Page | None:
    """Read a page.

    Parameters
    ----------
    course
        The course.
    file
        The page's file.
    faults
        What makes it unreadable is added here.

    Returns
    -------
    Page or None
        The page, None if it cannot be read.
    """
    shown = course.shown(file)
    try:
        return Page(shown, decoded(file.read_bytes()))
    except UnreadableTextError as error:
        faults.append(Fault(shown, error.line, "", "", error.problem))
        return None
