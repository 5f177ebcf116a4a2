"""Our additions to the speech: objectives, structures, side notes, summaries.

Each is marked as ours, on screen and in print, and looks different from the speech.
"""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from exercises import Bank, Chapter
from publishing.errors import CourseError
from publishing.sources import bank_of


class addition(nodes.General, nodes.Element):
    """An addition. Attributes: ``role`` (which directive) and ``title``."""


class AdditionDirective(SphinxDirective):
    """Base class of the directives for additions with a title."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    role: ClassVar[str]
    title: ClassVar[str]

    def run(self) -> list[nodes.Node]:
        """Build the addition with its content."""
        title = self.arguments[0] if self.arguments else self.title
        piece = addition("", role=self.role, title=title)
        self.set_source_info(piece)
        piece += self.content_nodes()
        return [piece]

    def content_nodes(self) -> list[nodes.Node]:
        """Return the nodes of its content."""
        self.assert_has_content()
        return self.parse_content_to_nodes()


class StructureDirective(AdditionDirective):
    """``{structure}``: the chapter's argument as a nested list."""

    role = "structure"
    title = "本章结构"

    def content_nodes(self) -> list[nodes.Node]:
        """Return the list; anything else is an error."""
        content = super().content_nodes()
        if [type(node) for node in content] != [nodes.bullet_list]:
            raise CourseError(
                "{structure} 里只写一张列表：每一项一行，以“- ”开头，下一级缩进两个空格",
                self.get_location(),
            )
        return content


class SidenoteDirective(AdditionDirective):
    """``{sidenote}``: a note beside the text; the argument is its title."""

    role = "sidenote"
    title = "旁注"


class SummaryDirective(AdditionDirective):
    """``{summary}``: what to remember."""

    role = "summary"
    title = "本章小结"


class ObjectivesDirective(AdditionDirective):
    """``{objectives}``: the chapter's learning objectives, from its bank file."""

    has_content = False
    role = "objectives"
    title = "学习目标"

    def content_nodes(self) -> list[nodes.Node]:
        """List the objectives."""
        chapter = chapter_of_page(bank_of(self.env), self.env.docname)
        if chapter is None or not chapter.objectives:
            raise CourseError(
                f"没有一个题库文件写着 page: {self.env.docname} 并列出学习目标",
                self.get_location(),
            )
        entries = [
            nodes.list_item("", nodes.paragraph("", objective.text), ids=[objective.id])
            for objective in chapter.objectives
        ]
        return [nodes.bullet_list("", *entries)]


DIRECTIVES: dict[str, type[AdditionDirective]] = {
    "objectives": ObjectivesDirective,
    "structure": StructureDirective,
    "sidenote": SidenoteDirective,
    "summary": SummaryDirective,
}


def chapter_of_page(bank: Bank, docname: str) -> Chapter | None:
    """Find the bank's chapter whose items are on a page.

    Parameters
    ----------
    bank
        The bank.
    docname
        Sphinx document name.

    Returns
    -------
    Chapter or None
        The chapter, or None for a page without items.
    """
    return next((c for c in bank.chapters if c.page == docname), None)


__all__ = ["DIRECTIVES", "addition", "chapter_of_page"]
