"""A small course in which a test makes one mistake, as a trainer would."""

from __future__ import annotations

import shutil
from pathlib import Path

from course import Course, Fault
from exercises import BankError, read_bank

SOUND = Path(__file__).parents[1] / "courses" / "shishuo"


class Slipped:
    """A copy of the small course.

    Parameters
    ----------
    folder
        An empty folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "course"
        shutil.copytree(SOUND, self.folder, ignore=shutil.ignore_patterns("_build"))

    @property
    def course(self) -> Course:
        """The course in its current state."""
        return Course(self.folder)

    def slip(self, name: str, old: str, new: str) -> int:
        """Replace the first `old` in a file by `new`; return its line number."""
        file = self.folder / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        before, _, after = text.partition(old)
        file.write_text(before + new + after, encoding="utf-8")
        return (before + new[: len(new) - len(new.lstrip())]).count("\n") + 1

    def faults(self) -> tuple[Fault, ...]:
        """Read the bank, which must have faults, and return them."""
        try:
            read_bank(self.course)
        except BankError as error:
            return error.faults
        raise AssertionError("the bank was read without a fault")
