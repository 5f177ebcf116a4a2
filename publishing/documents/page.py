"""Write a document as one self-contained HTML file, for offline use, phones and print."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
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

_STYLE: Final = Path(__file__).parent / "template" / "page.css"
#: HTML list types by numbering; one that continues through the document gets a start value.
_TYPES: Final = {"letters": "A", "groups": "1", "questions": "1", "decimal": "1"}
_COUNTING: Final = ("questions", "groups")


def page_of(document: Document, back: tuple[str, str] | None = None) -> bytes:
    """Write a document as an HTML page.

    Parameters
    ----------
    document
        The document.
    back
        Address and name of the page that lists this one, if any.

    Returns
    -------
    bytes
        The page, with its style inline: it needs no other file.
    """
    title = escape(document.title)
    nav = f'<nav><a href="{escape(back[0])}">{escape(back[1])}</a></nav>' if back else ""
    return (
        '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{page_style()}</style></head><body>{nav}"
        f"<main>\n<h1>{title}</h1>\n{_blocks(document.blocks)}</main>\n"
        f"<footer>{escape(document.foot)}</footer></body></html>\n"
    ).encode()


@cache
def page_style() -> str:
    """Return the style sheet shared by all self-contained pages."""
    return _STYLE.read_text(encoding="utf-8")


def _blocks(blocks: Iterable[Block]) -> str:
    counted = dict.fromkeys(_COUNTING, 0)
    written = []
    for block in blocks:
        if isinstance(block, Items) and block.numbering in counted:
            begun = 0 if block.restart else counted[block.numbering]
            written.append(_list(block, begun + 1))
            counted[block.numbering] = begun + len(block.entries)
        else:
            written.append(_block(block))
    return "".join(f"{one}\n" for one in written if one)


def _block(block: Block) -> str:  # ruff: ignore[too-many-return-statements] (one a block)
    match block:
        case Heading(text, level):
            return f"<h{level + 1}>{_text(text)}</h{level + 1}>"
        case Paragraph(text, style):
            return f'<p class="{style}">{_text(text)}</p>'
        case Items():
            return _list(block)
        case Table():
            return _table(block)
        case Tree():
            return f'<ul class="tree">{_tree(block)}</ul>'
        case Lines(count):
            return '<div class="line"></div>' * count
        case Framed(title, texts):
            inner = "".join(f"<p>{_text(text)}</p>" for text in texts)
            return f'<div class="framed"><p><strong>{_text(title)}</strong></p>{inner}</div>'
        case NewPage():
            return ""


def _list(items: Items, start: int = 1) -> str:
    entries = "".join(f"<li>{_text(entry)}</li>" for entry in items.entries)
    if items.numbering == "bullet":
        return f"<ul>{entries}</ul>"
    begun = f' start="{start}"' if start > 1 else ""
    return f'<ol type="{_TYPES[items.numbering]}"{begun}>{entries}</ol>'


def _table(table: Table) -> str:
    """Write a table; explicit roles survive the CSS that shows rows as cards on narrow screens."""
    share = 100 / sum(table.widths)
    columns = "".join(f'<col style="width:{width * share:.1f}%">' for width in table.widths)
    heads = "".join(
        f'<th scope="col" role="columnheader">{_text(head)}</th>' for head in table.heads
    )
    rows = "".join(
        '<tr role="row">'
        + "".join(
            f'<td role="cell" data-head="{escape(head)}">{_cell(cell)}</td>'
            for head, cell in zip(table.heads, row, strict=True)
        )
        + "</tr>"
        for row in table.rows
    )
    return (
        f'<table role="table" aria-label="{escape(table.told)}"><colgroup>{columns}</colgroup>'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )


def _cell(text: str) -> str:
    return "".join(f"<p>{_text(line)}</p>" for line in text.split("\n")) if text else ""


def _tree(tree: Tree) -> str:
    branches = "".join(map(_tree, tree.branches))
    below = f"<ul>{branches}</ul>" if branches else ""
    return f"<li><span>{_text(tree.text)}</span>{below}</li>"


def _text(text: str) -> str:
    return "".join(
        f"<strong>{escape(run.text)}</strong>" if run.strong else escape(run.text)
        for run in runs(text)
    )
