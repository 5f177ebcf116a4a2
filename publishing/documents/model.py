"""The content of a document: blocks of text, as plain data.

In every text ``**word**`` is emphasised, as in the items of the bank.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

#: The role of a paragraph; each writer decides how it looks.
Style = Literal["body", "lead", "small", "quote", "scene", "passage", "entry", "display"]
#: How the entries of a list are numbered. ``questions`` and ``groups`` continue through a document.
Numbering = Literal["bullet", "decimal", "letters", "questions", "groups"]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is below the document's title."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    text: str
    style: Style = "body"


@dataclass(frozen=True)
class Items:
    """A list whose numbers are not part of its text.

    Parameters
    ----------
    entries
        Their texts, without numbers.
    numbering
        How they are numbered.
    restart
        Whether a numbering that continues through the document starts again at 1.
    """

    entries: tuple[str, ...]
    numbering: Numbering = "bullet"
    restart: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a header row.

    Parameters
    ----------
    heads
        Column headers.
    rows
        Texts of the cells; a line break starts a new paragraph.
    widths
        Widths of the columns, in any unit.
    told
        Description for readers who cannot see it.
    room
        Height in mm of rows to be filled in by hand; 0 for rows of text.
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
    """A tree of texts."""

    text: str
    branches: tuple[Tree, ...] = ()

    def lines(self, depth: int = 0) -> Iterator[tuple[int, str]]:
        """Yield each text with its depth, root first."""
        yield depth, self.text
        for branch in self.branches:
            yield from branch.lines(depth + 1)


@dataclass(frozen=True)
class Lines:
    """Lines to write on."""

    count: int


@dataclass(frozen=True)
class Framed:
    """Paragraphs in a box with a title."""

    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class NewPage:
    """A page break."""


Block: TypeAlias = Heading | Paragraph | Items | Table | Tree | Lines | Framed | NewPage


@dataclass(frozen=True)
class Document:
    """A document.

    Parameters
    ----------
    title
        Its title, also the heading of its first page.
    blocks
        Its content.
    foot
        Text at the bottom of every page, before the page number.
    landscape
        Whether its pages are in landscape format.
    """

    title: str
    blocks: tuple[Block, ...]
    foot: str = ""
    landscape: bool = False
