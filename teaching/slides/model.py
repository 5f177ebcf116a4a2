"""What a slide holds, as plain data: text of any length, before it is split to fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

#: The layouts of the master, by which a slide's text is set; some are there in large letters, too.
Layout = Literal["封面", "分节", "要点", "引文", "表格", "提问", "答案"]

#: Ends the name of a layout in large letters.
LARGE: Final = "（大字）"


@dataclass(frozen=True)
class Para:
    """A paragraph of a slide's text; level 0 or 1."""

    text: str
    level: int = 0


@dataclass(frozen=True)
class TextSlide:
    """A title and paragraphs.

    Parameters
    ----------
    layout
        By which it is set.
    title
        Its title.
    paras
        Its text; a cover's only paragraph is its subtitle.
    notes
        What the trainer reads in the speaker's view, a paragraph each.
    large
        Whether it is set in large letters; splitting chooses it.
    """

    layout: Layout
    title: str
    paras: tuple[Para, ...]
    notes: tuple[str, ...] = ()
    large: bool = False

    @property
    def set_by(self) -> str:
        """The name of the master's layout by which it is set."""
        return f"{self.layout}{LARGE}" if self.large else self.layout


@dataclass(frozen=True)
class TableSlide:
    """A title and a table with a row of heads.

    Parameters
    ----------
    title
        Its title.
    heads
        The heads of its columns.
    rows
        The texts of its cells; a line break begins a paragraph.
    widths
        Widths of the columns, in any unit.
    told
        What it shows, for those who do not see it.
    notes
        As of a text slide.
    size
        Of its letters, in points; splitting chooses it.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    told: str
    notes: tuple[str, ...] = ()
    size: float = 14


Slide: TypeAlias = TextSlide | TableSlide
