"""A table to fill in by hand, for print, instead of a live page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docutils import nodes


def paper_form(
    columns: Mapping[str, int], rows: Iterable[list[str]], *, lines: int = 1
) -> nodes.table:
    """Build the table.

    Parameters
    ----------
    columns
        Width of each column by header.
    rows
        Texts of each row; an empty string is space to write in.
    lines
        Number of lines of handwriting that an empty row has space for.

    Returns
    -------
    table
        The table.
    """
    group = nodes.tgroup(
        "", *(nodes.colspec(colwidth=width) for width in columns.values()), cols=len(columns)
    )
    group += nodes.thead("", _row(columns, lines))
    group += nodes.tbody("", *(_row(row, lines) for row in rows))
    return nodes.table("", group)


def _row(cells: Iterable[str], lines: int) -> nodes.row:
    texts = list(cells)
    if not any(texts):
        # An empty row would be too low: make it high enough for handwriting.
        texts[0] = "\n".join(["\u3000"] * lines)
    return nodes.row("", *(_entry(text) for text in texts))


def _entry(text: str) -> nodes.entry:
    return nodes.entry("", *(nodes.paragraph("", line) for line in text.split("\n")))
