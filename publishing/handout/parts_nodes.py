"""Typst markup for the tables and columns that compare parts of the speech."""

from __future__ import annotations

from docutils import nodes

from publishing.handout.base import TypstVisitor
from publishing.handout.markup import string
from publishing.outline.timeline_directive import MARKS, timeline_figure
from publishing.reading.tables import (
    course_cell,
    course_row,
    course_table,
    place_line,
    side,
    side_by_side,
    table_mark,
)


class PartsVisitor(TypstVisitor):
    """Visits the course's own tables and columns."""

    def visit_course_table(self, node: course_table) -> None:
        """Begin a table."""
        self.place(node)
        widths = "".join(f"{width}, " for width in node["widths"])
        labels = self.set_labels(*node["ids"])
        self.add(
            f"#course-table({string(node['caption'])}, ({widths}), {string(node['style'])}, "
            f"labels: {labels},\n"
        )

    def depart_course_table(self, node: course_table) -> None:
        """End the table."""
        self.add(")\n")

    def visit_course_row(self, node: course_row) -> None:
        """Begin a row: only the header row has markup of its own."""
        self.add("head-row(\n" if node["sort"] == "head" else "")

    def depart_course_row(self, node: course_row) -> None:
        """End the row."""
        self.add("),\n" if node["sort"] == "head" else "")

    def visit_course_cell(self, node: course_cell) -> None:
        """Begin a cell, or one that spans the table."""
        self.told_pages.clear()
        across = "group-cell" if node["scope"] == "rowgroup" else "wide-cell"
        self.add(f"{across}({node['span']})[" if node["span"] > 1 else "[")

    def depart_course_cell(self, node: course_cell) -> None:
        """End the cell."""
        self.add("],\n")

    def visit_place_line(self, node: place_line) -> None:
        """Begin a line that names a place."""
        self.add("#place-line[")

    def depart_place_line(self, node: nodes.Element) -> None:
        """End the line."""
        self.add("]\n")

    def visit_table_mark(self, node: table_mark) -> None:
        """Pass through."""

    def depart_table_mark(self, node: table_mark) -> None:
        """Pass through."""

    def visit_timeline_figure(self, node: timeline_figure) -> None:
        """Draw the timeline."""
        self.place(node)
        marks = [*MARKS]
        groups = "".join(
            f"({string(title)}, ("
            + "".join(
                f"({marks.index(state)}, {string(when)}, {string(name)}), "
                for state, when, name in events
            )
            + ")), "
            for title, events in node["groups"]
        )
        self.add(f"#timeline({string(node['title'])}, {string(node['legend'])}, ({groups}))\n")
        raise nodes.SkipNode

    def visit_side_by_side(self, node: side_by_side) -> None:
        """Begin the columns."""
        self.place(node)
        self.add("#facing-columns(\n")

    def depart_side_by_side(self, node: side_by_side) -> None:
        """End the columns."""
        self.add(")\n")

    def visit_side(self, node: side) -> None:
        """Begin a column with its title."""
        self.add(f"({string(node['title'])}, [\n")

    def depart_side(self, node: side) -> None:
        """End the column."""
        self.add("]),\n")
