"""What a document holds: blocks of text, as plain data.

In every text ``**word**`` stands out, as in the items of the bank.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

#: What a paragraph is, by which both writers know how it looks.
Style = Literal["body", "lead", "small", "quote", "scene", "passage", "entry", "display"]
#: How the entries of a list begin. ``questions`` and ``groups`` count through the document.
Numbering = Literal["bullet", "decimal", "letters", "questions", "groups"]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 stands below the document's title."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    text: str
    style: Style = "body"


@dataclass(frozen=True)
class Items:
    """A list, numbered by the program that shows it.

    Parameters
    ----------
    entries
        Their texts, without number.
    numbering
        How they begin.
    restart
        Whether a numbering that counts through the document begins anew here.
    """

    entries: tuple[str, ...]
    numbering: Numbering = "bullet"
    restart: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a row of heads.

    Parameters
    ----------
    heads
        The heads of its columns.
    rows
        The texts of its cells; a line break in one begins a paragraph.
    widths
        Widths of the columns, in any unit.
    told
        What it shows, for those who do not see it.
    room
        Height of a row to be filled in by hand, in mm; 0 for a row of text.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    told: str
    room: float = 0

    def __post_init__(self) -> None:
        if any(len(row) != len(self.heads) for row in (*self.rows, self.widths)):
            raise ValueError(f"table {self.told!r}: rows and widths must be as long as the heads")


@dataclass(frozen=True)
class Tree:
    """A text and what branches from it."""

    text: str
    branches: tuple[Tree, ...] = ()

    def lines(self, depth: int = 0) -> Iterator[tuple[int, str]]:
        """Give each text with its depth, from the root on."""
        yield depth, self.text
        for branch in self.branches:
            yield from branch.lines(depth + 1)


@dataclass(frozen=True)
class Lines:
    """Rules to write on."""

    count: int


@dataclass(frozen=True)
class Framed:
    """Paragraphs in a frame under a title."""

    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class NewPage:
    """What follows begins a page."""


Block: TypeAlias = Heading | Paragraph | Items | Table | Tree | Lines | Framed | NewPage


@dataclass(frozen=True)
class Document:
    """A document.

    Parameters
    ----------
    title
        Its title, which also opens its first page.
    blocks
        What it holds.
    foot
        What stands at the foot of every page, before the page's number.
    landscape
        Whether its pages lie.
    """

    title: str
    blocks: tuple[Block, ...]
    foot: str = ""
    landscape: bool = False
