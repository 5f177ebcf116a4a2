"""What the rules look at: the bank, and the course whose pages show its items."""

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
        Its course: the pages are found in its folder, and in its settings the numbers that
        depend on its size.
    """

    bank: Bank
    course: Course

    @property
    def wanted(self) -> Items:
        """How many items the bank should hold: at least, and of some at most."""
        return self.course.settings.items

    @property
    def taught(self) -> list[Chapter]:
        """The chapters without the tour, which shows how exercises work and teaches nothing."""
        tour = self.wanted.tour
        return [chapter for chapter in self.bank.chapters if chapter.id != tour]
