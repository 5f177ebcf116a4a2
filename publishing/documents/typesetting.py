"""Write a document as PDF, in the handout's typography."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from exercises.inline import runs
from publishing.documents.model import (
    Block,
    Document,
    Framed,
    Heading,
    Items,
    Lines,
    NewPage,
    Paragraph,
    Table,
    Tree,
)
from publishing.handout.apart import typeset_apart
from publishing.handout.markup import flag, string, words
from publishing.handout.typesetting import PLACE

_TEMPLATE: Final = Path(__file__).parent / "template"


def pdf_of(document: Document) -> bytes:
    """Typeset a document.

    Parameters
    ----------
    document
        The document.

    Returns
    -------
    bytes
        An accessible PDF; the same document always gives the same bytes.

    Raises
    ------
    CourseError
        If typesetting fails.
    """
    return typeset_apart(source_of(document), _TEMPLATE, "documents")


def source_of(document: Document) -> str:
    """Return the Typst source of a document."""
    opening = (
        '#import "documents/documents.typ": *\n'
        f"#show: document.with(title: {string(document.title)}, foot: {string(document.foot)}, "
        f"landscape: {flag(document.landscape)})\n"
        f"{PLACE}{document.title}\n"
    )
    return opening + "\n".join(map(_block, document.blocks)) + "\n"


def _block(block: Block) -> str:  # ruff: ignore[too-many-return-statements] (one a block)
    """Return the call of the template's function for a block."""
    match block:
        case Heading(text, level):
            return f"#section({level}, {string(text)})"
        case Paragraph(text, style):
            return f"#paragraph-of({string(style)})[{_text(text)}]"
        case Items(entries, numbering, restart):
            listed = "".join(f"[{_text(entry)}], " for entry in entries)
            return f"#items({string(numbering)}, restart: {flag(restart)}, {listed})"
        case Table():
            return _table(block)
        case Tree():
            return f"#drawn-tree({_tree(block)})"
        case Lines(count):
            return f"#writing-lines({count})"
        case Framed(title, texts):
            inner = "".join(f"#par[{_text(text)}]" for text in texts)
            return f"#framed({string(title)})[{inner}]"
        case NewPage():
            return "#pagebreak(weak: true)"


def _table(table: Table) -> str:
    empty = f"[#to-write({table.room:g}mm)]" if table.room else "[]"
    cells = "".join(f"{_cell(cell) if cell else empty}, " for row in table.rows for cell in row)
    heads = "".join(f"[{_text(head)}], " for head in table.heads)
    widths = "".join(f"{width:g}, " for width in table.widths)
    return f"#sheet-table(({widths}), ({heads}), {cells})"


def _cell(text: str) -> str:
    return "[" + "#parbreak()".join(map(_text, text.split("\n"))) + "]"


def _tree(tree: Tree) -> str:
    branches = "".join(f"{_tree(branch)}, " for branch in tree.branches)
    return f"(body: [{_text(tree.text)}], branches: ({branches}))"


def _text(text: str) -> str:
    return "".join(
        f"#strong[{words(run.text)}]" if run.strong else words(run.text) for run in runs(text)
    )
