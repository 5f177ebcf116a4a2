"""Tables and columns that set the two parts of the speech side by side.

docutils' own tables know no row that heads a group and no label that a stacked cell
shows on a phone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from docutils import nodes


class course_table(nodes.General, nodes.Element):
    """A table. Attributes: ``caption``, ``style``, ``widths`` (of the columns, relative)."""


class course_row(nodes.Element):
    """A row, which may have an id.

    Attribute ``sort``: ``head``, ``group`` (begins a group) or ``data``.
    """


class course_cell(nodes.Element):
    """A cell.

    Attributes: ``scope`` (``col``, ``row``, ``rowgroup`` or empty), ``span`` (columns),
    ``label`` (what a stacked cell is told to be).
    """


class table_mark(nodes.Inline, nodes.TextElement):
    """A mark in a table, such as ●.

    Attributes: ``said`` (what it is to a screen reader) and ``leads_to`` (the id of the row
    that it stands for, or nothing).
    """


class side_by_side(nodes.General, nodes.Element):
    """Columns to be read one after the other; holds ``side`` elements."""


class side(nodes.Element):
    """One of the columns. Attribute ``title``."""


class place_line(nodes.paragraph):
    """A line that only says where something stands; no statement of ours."""


RowSort = Literal["head", "group", "data"]


def row(sort: RowSort, *cells: course_cell) -> course_row:
    """Build a row."""
    return course_row("", *cells, sort=sort)


def cell(
    children: Sequence[nodes.Node] | str, *, scope: str = "", span: int = 1, label: str = ""
) -> course_cell:
    """Build a cell; a text becomes its only line."""
    if isinstance(children, str):
        children = [place_line("", children)]
    return course_cell("", *children, scope=scope, span=span, label=label)
