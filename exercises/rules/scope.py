"""What the rules look at: the bank, and the pages on which its items stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from exercises.bank import PROJECT, Bank, Chapter

#: The bank file of the guide's tour: it shows how exercises work and teaches nothing.
TOUR: Final = "guide"


@dataclass(frozen=True)
class Course:
    """The bank and where its pages are.

    Parameters
    ----------
    bank
        The bank.
    project
        Folder that the pages' names, such as ``book/c03``, start from.
    """

    bank: Bank
    project: Path = PROJECT

    @property
    def taught(self) -> list[Chapter]:
        """The chapters without the guide's tour."""
        return [chapter for chapter in self.bank.chapters if chapter.id != TOUR]
