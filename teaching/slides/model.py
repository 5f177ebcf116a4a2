"""The contents of slides as plain data, of any length, before they are split to fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

#: The layouts of the master; some of them also exist with large text.
Layout = Literal["封面", "分节", "要点", "引文", "表格", "提问", "答案"]

#: Suffix of the names of layouts with large text.
LARGE: Final = "（大字）"


@dataclass(frozen=True)
class Para:
    """A paragraph of a slide's text, of level 0 or 1."""

    text: str
    level: int = 0


@dataclass(frozen=True)
class TextSlide:
    """A slide with a title and paragraphs.

    Parameters
    ----------
    layout
        Its layout.
    title
        Its title.
    paras
        Its text; a cover's only paragraph is its subtitle.
    notes
        The speaker notes, one paragraph each.
    large
        Whether its text is large; set when splitting.
    """

    layout: Layout
    title: str
    paras: tuple[Para, ...]
    notes: tuple[str, ...] = ()
    large: bool = False

    @property
    def set_by(self) -> str:
        """The name of its layout in the master."""
        return f"{self.layout}{LARGE}" if self.large else self.layout


@dataclass(frozen=True)
class TableSlide:
    """A slide with a title and a table.

    Parameters
    ----------
    title
        Its title.
    heads
        The column headers.
    rows
        The texts of the cells; a line break begins a new paragraph.
    widths
        Relative widths of the columns.
    told
        Its alternative text.
    notes
        The speaker notes, one paragraph each.
    size
        Size of the letters, in points; set when splitting.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    told: str
    notes: tuple[str, ...] = ()
    size: float = 14


Slide: TypeAlias = TextSlide | TableSlide
