"""The input of the rules: the bank, and the course whose pages show its items."""

from __future__ import annotations

from dataclasses import dataclass

from course import Course
from course.settings import Items
from exercises.bank import Bank, Chapter


@dataclass(frozen=True)
class Scope:
    """The bank and its course.

    Parameters
    ----------
    bank
        The bank.
    course
        The course; its folder has the pages, its settings the numbers that depend on its size.
    """

    bank: Bank
    course: Course

    @property
    def wanted(self) -> Items:
        """Numbers of items required by the course's settings."""
        return self.course.settings.items

    @property
    def taught(self) -> list[Chapter]:
        """The chapters except the tour, which only demonstrates the kinds of exercises."""
        tour = self.wanted.tour
        return [chapter for chapter in self.bank.chapters if chapter.id != tour]
