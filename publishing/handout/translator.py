"""From a page's doctree to Typst.

The visitors say what a thing is by calling a function of ``template/``;
how it looks is told there. This module has the page's structure; its bases
have text, blocks, the course's own nodes and the exercises.
"""

from __future__ import annotations

from typing import Final

from docutils import nodes

from publishing.handout.block_nodes import BlockVisitor, TableVisitor
from publishing.handout.course_nodes import CourseVisitor
from publishing.handout.exercise_nodes import ExerciseVisitor
from publishing.handout.index_nodes import IndexVisitor
from publishing.handout.inline_nodes import InlineVisitor
from publishing.handout.markup import string
from publishing.handout.pages import Page, Role
from publishing.handout.parts_nodes import PartsVisitor

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
    """

    def __init__(self, document: nodes.document, page: Page) -> None:
        super().__init__(document, page)
        self._depth = 0

    def visit_document(self, node: nodes.document) -> None:
        """Begin the page."""

    def depart_document(self, node: nodes.document) -> None:
        """End the page; one with exercises leaves room for notes."""
        if self.answers_markup:
            self.add("#chapter-end\n")

    def visit_section(self, node: nodes.section) -> None:
        """Go a level down."""
        self._depth += 1

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
            self.add(f"#{opening}({string(self.title)}, {self.page.level}, {labels})\n")
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
