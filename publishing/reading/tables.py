"""Tables and columns that compare parts of the speech.

docutils' own tables have no header row for a group of rows, and no label for a cell when cells are
stacked on a phone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from docutils import nodes


class course_table(nodes.General, nodes.Element):
    """A table. Attributes: ``caption``, ``style``, ``widths`` (of the columns, relative)."""


class course_row(nodes.Element):
    """A row, optionally with an id.

    Attribute ``sort``: ``head``, ``group`` (begins a group) or ``data``.
    """


class course_cell(nodes.Element):
    """A cell.

    Attributes: ``scope`` (``col``, ``row``, ``rowgroup`` or empty), ``span`` (columns), ``label``
    (shown with a stacked cell).
    """


class table_mark(nodes.Inline, nodes.TextElement):
    """A mark in a table, such as ●.

    Attributes: ``said`` (text for screen readers) and ``leads_to`` (id of the row that it refers
    to, or empty).
    """


class side_by_side(nodes.General, nodes.Element):
    """Columns in reading order; contains ``side`` elements."""


class side(nodes.Element):
    """One of the columns. Attribute ``title``."""


class place_line(nodes.paragraph):
    """A line that only names a place; it is not a statement."""


RowSort = Literal["head", "group", "data"]


def row(sort: RowSort, *cells: course_cell) -> course_row:
    """Build a row."""
    return course_row("", *cells, sort=sort)


def cell(
    children: Sequence[nodes.Node] | str, *, scope: str = "", span: int = 1, label: str = ""
) -> course_cell:
    """Build a cell; a string becomes its only line."""
    if isinstance(children, str):
        children = [place_line("", children)]
    return course_cell("", *children, scope=scope, span=span, label=label)
