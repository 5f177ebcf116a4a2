"""Typst markup for paragraphs, lists and tables.

Entries of lists and cells of tables are arguments of a call: content blocks, each followed by a
comma.
"""

from __future__ import annotations

from docutils import nodes

from exercises.sheet import exercise
from publishing.errors import CourseError
from publishing.handout.base import TypstVisitor
from publishing.handout.markup import flag


def _leads_in(node: nodes.Element) -> bool:
    """Check whether a paragraph is alone between a heading and an exercise."""
    # Sphinx replaces what is only for the site with an empty comment.
    printed = [other for other in node.parent if not isinstance(other, nodes.comment)]
    place = printed.index(node)
    before, following = printed[:place], printed[place + 1 :]
    return (
        bool(before and following)
        and isinstance(before[-1], nodes.title)
        and any(following[0].findall(exercise))
    )


class BlockVisitor(TypstVisitor):
    """Visits paragraphs and lists."""

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        """Begin a paragraph."""
        self.told_pages.clear()
        self.place(node)
        self.add("#lead-in[" if _leads_in(node) else "#paragraph[")

    def depart_paragraph(self, node: nodes.paragraph) -> None:
        """End the paragraph."""
        self.add("]\n")

    def visit_bullet_list(self, node: nodes.bullet_list) -> None:
        """Begin a list."""
        self.add("#bullets(\n")

    def depart_bullet_list(self, node: nodes.bullet_list) -> None:
        """End the list."""
        self.add(")\n")

    def visit_enumerated_list(self, node: nodes.enumerated_list) -> None:
        """Begin a numbered list."""
        self.add(f"#steps(start: {node.get('start', 1)},\n")

    def depart_enumerated_list(self, node: nodes.enumerated_list) -> None:
        """End the list."""
        self.add(")\n")

    def visit_list_item(self, node: nodes.list_item) -> None:
        """Begin an entry of a list."""
        self.add("[")
        if node["ids"]:
            self.add(f"#anchors({self.set_labels(*node['ids'])});")

    def depart_list_item(self, node: nodes.list_item) -> None:
        """End the entry."""
        self.add("],\n")


class TableVisitor(TypstVisitor):
    """Visits tables."""

    def visit_table(self, node: nodes.table) -> None:
        """Begin a table.

        Raises
        ------
        CourseError
            If cells are merged.
        """
        self.place(node)
        if any("morecols" in entry or "morerows" in entry for entry in node.findall(nodes.entry)):
            raise CourseError("打印讲义的表格不能合并单元格", self.location(node))
        widths = [column["colwidth"] for column in node.findall(nodes.colspec)]
        to_fill = any(not entry.astext() for entry in node.findall(nodes.entry))
        self.add(
            f"#data-table(({''.join(f'{width}, ' for width in widths)}), "
            f"to-fill: {flag(to_fill)},\n"
        )

    def depart_table(self, node: nodes.table) -> None:
        """End the table."""
        self.add(")\n")

    def visit_tgroup(self, node: nodes.tgroup) -> None:
        """Pass through."""

    def depart_tgroup(self, node: nodes.tgroup) -> None:
        """Pass through."""

    def visit_colspec(self, node: nodes.colspec) -> None:
        """Skip: `visit_table` has read the widths."""
        raise nodes.SkipNode

    def visit_thead(self, node: nodes.thead) -> None:
        """Begin the header rows."""
        self.add("head-row(\n")

    def depart_thead(self, node: nodes.thead) -> None:
        """End the header rows."""
        self.add("),\n")

    def visit_tbody(self, node: nodes.tbody) -> None:
        """Pass through."""

    def depart_tbody(self, node: nodes.tbody) -> None:
        """Pass through."""

    def visit_row(self, node: nodes.row) -> None:
        """Pass through: Typst counts the columns."""

    def depart_row(self, node: nodes.row) -> None:
        """Pass through."""

    def visit_entry(self, node: nodes.entry) -> None:
        """Begin a cell."""
        self.add("[")

    def depart_entry(self, node: nodes.entry) -> None:
        """End the cell."""
        self.add("],\n")
