"""The size of the course, for pages to state: ``{count}`` with ``chapters`` or ``items``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole

from exercises import Bank
from publishing.errors import CourseError
from publishing.sources import bank_of, course_of


def numbered_chapters(bank: Bank) -> int:
    """Count the chapters that have a number; an introduction or a review has a name instead."""
    return sum(chapter.number.isdecimal() for chapter in bank.chapters)


#: What can be counted, by the role's text.
COUNTS: Final[dict[str, Callable[[Bank], int]]] = {"chapters": numbered_chapters, "items": len}


class CountRole(SphinxRole):
    """Prints a number that would otherwise be wrong after each new item."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the number as text.

        Raises
        ------
        CourseError
            If it is not known what to count.
        """
        if self.text not in COUNTS:
            message = f"{{count}} 里写的“{self.text}”数不出来；可写：{'、'.join(COUNTS)}"
            raise CourseError(message, self.get_location())
        bank, root = bank_of(self.env), course_of(self.env).root
        files = [root / chapter.file for chapter in bank.chapters]
        # The folders too, since a file may be added.
        for path in {*files, *(file.parent for file in files)}:
            self.env.note_dependency(str(path))
        return [nodes.Text(str(COUNTS[self.text](bank)))], []


def setup(app: Sphinx) -> None:
    """Register the role.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.add_role("count", CountRole())
