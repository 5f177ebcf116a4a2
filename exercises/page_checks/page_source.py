"""Reading a page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from course import Course, Fault
from course.text import UnreadableTextError, decoded
from exercises.page_checks.fences import Fence, fences


@dataclass(frozen=True)
class Page:
    """A page as typed.

    Parameters
    ----------
    shown
        Its path, as messages name it.
    text
        Its whole text.
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
        """Return a fault of the page."""
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
        Faults that make it unreadable are added here.

    Returns
    -------
    Page or None
        The page, or None if it cannot be read.
    """
    shown = course.shown(file)
    try:
        return Page(shown, decoded(file.read_bytes()))
    except UnreadableTextError as error:
        faults.append(Fault(shown, error.line, "", "", error.problem))
        return None
