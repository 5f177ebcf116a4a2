"""Translate a page's doctree to Typst.

The visitors express each node as a call of a function in ``template/``, which decides how it looks.
This module handles the structure of the page; its base classes handle text, blocks, the course's
own nodes and exercises.
"""

from __future__ import annotations

from typing import Final

from docutils import nodes

from exercises.sheet import exercise
from publishing.handout.block_nodes import BlockVisitor, TableVisitor
from publishing.handout.course_nodes import CourseVisitor
from publishing.handout.exercise_nodes import ExerciseVisitor
from publishing.handout.index_nodes import IndexVisitor
from publishing.handout.inline_nodes import InlineVisitor
from publishing.handout.markup import flag, string
from publishing.handout.pages import Page, Role
from publishing.handout.parts_nodes import PartsVisitor
from publishing.handout.targets import Targets
from publishing.indexes.nodes import index_list
from publishing.reading.nodes import speech_run

_OPENINGS: Final[dict[Role, str]] = {
    "preface": "preface",
    "part": "part-opening",
    "chapter": "chapter-opening",
}


class TypstTranslator(
    ExerciseVisitor,
    CourseVisitor,
    IndexVisitor,
    PartsVisitor,
    TableVisitor,
    BlockVisitor,
    InlineVisitor,
):
    """Translates one page of the book.

    Parameters
    ----------
    document
        The page's doctree, its references resolved.
    page
        The page.
    targets
        What links may lead to.
    """

    def __init__(
        self, document: nodes.document, page: Page, targets: Targets | None = None
    ) -> None:
        super().__init__(document, page, targets)
        self._depth = 0
        self._in_columns = False

    def visit_document(self, node: nodes.document) -> None:
        """Begin the page."""

    def depart_document(self, node: nodes.document) -> None:
        """End the page, and the columns of an index."""
        if self._in_columns:
            self.add("]\n")

    @property
    def _runs_on(self) -> bool:
        """Whether the page is for looking up, so that it needs no sheet of its own."""
        return not any(
            isinstance(node, exercise) or (isinstance(node, speech_run) and node["primary"])
            for node in self.document.findall(nodes.Element)
        )

    def visit_section(self, node: nodes.section) -> None:
        """Go a level down; an index is set in columns from its first section on."""
        self._depth += 1
        if not self._in_columns and any(isinstance(part, index_list) for part in node.children):
            self._in_columns = True
            self.add("#index-columns[\n")

    def depart_section(self, node: nodes.section) -> None:
        """Come a level up."""
        self._depth -= 1

    def visit_title(self, node: nodes.title) -> None:
        """Set the page's opening, or the heading of a section."""
        if not isinstance(node.parent, nodes.section):
            self.unknown_visit(node)
        self.place(node)
        ids = node.parent["ids"]
        if self._depth == 1:
            self.title = node.astext()
            labels = self.set_labels("", *ids)
            opening = _OPENINGS[self.page.role]
            told = f"{string(self.title)}, {self.page.level}, {labels}"
            if self.page.role == "chapter":
                told += f", runs-on: {flag(self._runs_on)}, group: {string(self.page.group)}"
            self.add(f"#{opening}({told})\n")
            raise nodes.SkipNode
        level = self.page.level + self._depth - 1
        self.add(f"#section({level}, {self._depth - 1}, {self.set_labels(*ids)})[")

    def depart_title(self, node: nodes.title) -> None:
        """End the heading."""
        self.add("]\n")

    def visit_container(self, node: nodes.container) -> None:
        """Pass through a notebook cell and its output; refuse other containers."""
        if "nb_element" not in node:
            self.unknown_visit(node)

    def depart_container(self, node: nodes.container) -> None:
        """Pass through."""

    def visit_compound(self, node: nodes.compound) -> None:
        """Leave out the list of pages: the handout has its own contents."""
        if "toctree-wrapper" not in node["classes"]:
            self.unknown_visit(node)
        raise nodes.SkipNode

    def visit_image(self, node: nodes.image) -> None:
        """Refuse a picture: the book has none."""
        self.unknown_visit(node)

    def visit_comment(self, node: nodes.comment) -> None:
        """Leave out a comment."""
        raise nodes.SkipNode

    def visit_target(self, node: nodes.target) -> None:
        """Leave out a target: its ids are on the element that follows."""
        raise nodes.SkipNode
