"""HTML for tables and columns that compare parts of the speech."""

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from publishing.reading.tables import (
    course_cell,
    course_row,
    course_table,
    place_line,
    side,
    side_by_side,
    table_mark,
)


def visit_table(self: HTML5Translator, node: course_table) -> None:
    """Open a table with its caption."""
    style = f"course-table course-table-{node['style']}"
    self.body.append(self.starttag(node, "table", CLASS=style))
    self.body.append(f"<caption>{escape(node['caption'])}</caption>\n")


def depart_table(self: HTML5Translator, node: course_table) -> None:
    """Close the last group and the table."""
    self.body.append("</tbody>\n</table>\n")


def visit_row(self: HTML5Translator, node: course_row) -> None:
    """Open a row, after opening the table section that it begins."""
    rows = node.parent.children
    before = rows[node.parent.index(node) - 1] if node.parent.index(node) else None
    if node["sort"] == "head":
        self.body.append("<thead>\n")
    elif node["sort"] == "group" or (isinstance(before, course_row) and before["sort"] == "head"):
        opened = isinstance(before, course_row) and before["sort"] != "head"
        self.body.append("</tbody>\n<tbody>\n" if opened else "<tbody>\n")
    self.body.append(f'<tr id="{node["ids"][0]}">' if node["ids"] else "<tr>")


def depart_row(self: HTML5Translator, node: course_row) -> None:
    """Close the row; the header row is the only one of its section."""
    self.body.append("</tr>\n</thead>\n" if node["sort"] == "head" else "</tr>\n")


def visit_cell(self: HTML5Translator, node: course_cell) -> None:
    """Open a cell: header, data, or spanning the table."""
    attributes = {"scope": node["scope"], "data-label": node["label"]}
    if node["span"] > 1:
        attributes["colspan"] = str(node["span"])
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)
    self.body.append(f"<{_tag(node)}{written}>")


def depart_cell(self: HTML5Translator, node: course_cell) -> None:
    """Close the cell."""
    self.body.append(f"</{_tag(node)}>")


def _tag(node: course_cell) -> str:
    return "th" if node["scope"] else "td"


def visit_place_line(self: HTML5Translator, node: place_line) -> None:
    """Open a line that names a place."""
    self.body.append(self.starttag(node, "p", "", CLASS="place"))


def depart_place_line(self: HTML5Translator, node: nodes.Element) -> None:
    """Close the line."""
    self.body.append("</p>\n")


def visit_mark(self: HTML5Translator, node: table_mark) -> None:
    """Write a mark with text for screen readers; it may be a link."""
    mark = (
        f'<span aria-hidden="true">{escape(node.astext())}</span>'
        f'<span class="visually-hidden">{escape(node["said"])}</span>'
    )
    leads_to = node.get("leads_to")
    self.body.append(f'<a href="#{leads_to}">{mark}</a>' if leads_to else mark)
    raise nodes.SkipNode


def visit_side_by_side(self: HTML5Translator, node: side_by_side) -> None:
    """Open the columns."""
    self.body.append('<div class="side-by-side">\n')


def depart_div(self: HTML5Translator, node: nodes.Element) -> None:
    """Close the columns or a column."""
    self.body.append("</div>\n")


def visit_side(self: HTML5Translator, node: side) -> None:
    """Open a column: a group with a title."""
    title = escape(node["title"])
    if not title:
        self.body.append('<div class="side">\n')
        return
    self.body.append(
        f'<div class="side" role="group" aria-label="{title}">\n'
        f'<p class="side-title" aria-hidden="true">{title}</p>\n'
    )


def setup(app: Sphinx) -> None:
    """Register the visitors."""
    visitors: dict[type[nodes.Element], tuple[Any, Any]] = {
        course_table: (visit_table, depart_table),
        course_row: (visit_row, depart_row),
        course_cell: (visit_cell, depart_cell),
        place_line: (visit_place_line, depart_place_line),
        side_by_side: (visit_side_by_side, depart_div),
        side: (visit_side, depart_div),
        table_mark: (visit_mark, None),
    }
    for node, functions in visitors.items():
        app.add_node(node, html=functions)
