"""Typst markup for running text and links."""

from __future__ import annotations

import re
from typing import Final

from docutils import nodes

from publishing.handout.base import TypstVisitor
from publishing.handout.markup import flag, string, words


def _is_citation(node: nodes.Node | None) -> bool:
    return isinstance(node, nodes.reference) and "cite" in node["classes"]


_REFERENCE: Final = re.compile(r"第(\d+)段第(.*)句")


def short(reference: str) -> str:
    """Shorten a citation to the form used in the margin: 第5段第11句 to 5-11.

    Parameters
    ----------
    reference
        A citation in full; one of a whole paragraph is returned unchanged.
    """
    return _REFERENCE.sub(r"\1-\2", reference)


class InlineVisitor(TypstVisitor):
    """Visits the nodes within a paragraph."""

    def visit_Text(self, node: nodes.Text) -> None:  # ruff: ignore[invalid-function-name] (docutils' name)
        """Write text; spaces next to a citation are dropped, since it is in brackets."""
        text = node.astext()
        if _is_citation(node.next_node(descend=False, siblings=True)):
            text = text.rstrip()
        if node.parent is not None:
            place = node.parent.index(node)
            if place > 0 and _is_citation(node.parent[place - 1]):
                text = text.lstrip()
        if self.after_next_character and text:
            self.add(words(text[0]) + self.after_next_character)
            self.after_next_character = ""
            text = text[1:]
        if text:
            self.add(words(text))

    def depart_Text(self, node: nodes.Text) -> None:  # ruff: ignore[invalid-function-name] (docutils' name)
        """End the text."""

    def visit_strong(self, node: nodes.strong) -> None:
        """Begin strong text."""
        self.add("#strong[")

    def depart_strong(self, node: nodes.strong) -> None:
        """End the words."""
        self.add("];")

    def visit_emphasis(self, node: nodes.emphasis) -> None:
        """Begin emphasised text."""
        self.add("#emph[")

    def depart_emphasis(self, node: nodes.emphasis) -> None:
        """End the words."""
        self.add("];")

    def visit_literal(self, node: nodes.literal) -> None:
        """Begin literal text."""
        self.add("#literal[")

    def depart_literal(self, node: nodes.literal) -> None:
        """End the words."""
        self.add("];")

    def visit_inline(self, node: nodes.inline) -> None:
        """Pass through: the classes are for the web."""

    def depart_inline(self, node: nodes.inline) -> None:
        """Pass through."""

    def visit_reference(self, node: nodes.reference) -> None:
        """Begin a link: a citation, an internal link, or a web link."""
        if "refid" not in node and not node.get("internal"):
            self.add(f"#web-link({string(node['refuri'])})[")
            return
        label = self.follow(node)
        # A page number is useful only if the target is in another chapter, and once per paragraph.
        docname = label.partition("#")[0]
        away = bool(label) and docname != self.page.docname
        tell = self.tells_pages and away and docname not in self.told_pages
        self.told_pages.add(docname)
        function = "citation" if _is_citation(node) else "see"
        self.add(f"#{function}({string(label)}, tell-page: {flag(tell)})[")
        if _is_citation(node):
            self.add(f"{words(short(node.astext()))}];")
            raise nodes.SkipNode

    def depart_reference(self, node: nodes.reference) -> None:
        """End the link."""
        self.add("];")
