"""Split slides whose text does not fit into several with the same title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from teaching.slides.measures import (
    ASKED,
    BODY,
    COVER,
    LARGE_ASKED,
    LARGE_BODY,
    LARGE_QUOTE,
    QUOTE,
    SECTION,
    SUBTITLE,
    TABLE,
    TABLE_SIZES,
    Box,
    column_widths,
    row_height,
    text_height,
)
from teaching.slides.model import Layout, Para, Slide, TableSlide

T = TypeVar("T")

#: Where the text of each layout is placed.
BOXES: Final[dict[Layout, Box]] = {
    "封面": SUBTITLE,
    "分节": SECTION,
    "要点": BODY,
    "引文": QUOTE,
    "提问": ASKED,
    "答案": ASKED,
}
LARGE_BOXES: Final[dict[Layout, Box]] = {
    "要点": LARGE_BODY,
    "引文": LARGE_QUOTE,
    "提问": LARGE_ASKED,
    "答案": LARGE_ASKED,
}
TITLES: Final[dict[Layout, Box]] = {"封面": COVER, "分节": SECTION}
_STEP: Final = 8
_AFTER: Final = re.compile(r"(?<=[。；！？，、])")


def split(slides: Sequence[Slide]) -> Iterator[Slide]:
    """Yield slides whose text fits.

    Parameters
    ----------
    slides
        Slides of any length.
    """
    for slide in slides:
        parts = list(_parts(slide))
        for number, part in enumerate(parts, start=1):
            yield part if number == 1 else replace(part, title=f"{part.title}（续）", notes=())


def _parts(slide: Slide) -> Iterator[Slide]:
    if isinstance(slide, TableSlide):
        yield from _tables(slide)
        return
    if large := LARGE_BOXES.get(slide.layout):
        lines = [(para.text, para.level) for para in slide.paras]
        if text_height(lines, large) <= large.height:
            yield replace(slide, large=True)
            return
    box = BOXES[slide.layout]
    paras = [piece for para in slide.paras for piece in _pieces(para, box)]
    heights = [text_height([(para.text, para.level)], box) for para in paras]
    for some in _balanced(paras, heights, box.height) or [[]]:
        yield replace(slide, paras=tuple(some))


def _tables(slide: TableSlide) -> Iterator[TableSlide]:
    """Yield a table on one slide with the largest text that fits, else on several slides."""
    widths = column_widths(slide.widths)
    for size in TABLE_SIZES:
        head = row_height(slide.heads, widths, size)
        heights = [row_height(row, widths, size) for row in slide.rows]
        if head + sum(heights) <= TABLE.height:
            break
    for rows in _balanced(slide.rows, heights, TABLE.height - head):
        yield replace(slide, rows=tuple(rows), size=size)


def _balanced(things: Sequence[T], heights: Sequence[float], room: float) -> list[list[T]]:
    """Distribute things over as few slides as possible, and as evenly as possible."""
    needed = len(_filled(things, heights, room))
    tried = max([sum(heights) / max(needed, 1), *heights])
    while tried < room:
        if len(pages := _filled(things, heights, tried)) == needed:
            return pages
        tried += _STEP
    return _filled(things, heights, room)


def _filled(things: Sequence[T], heights: Sequence[float], room: float) -> list[list[T]]:
    """Fill slides one after the other, as far as there is room."""
    pages: list[list[T]] = []
    used = room + 1
    for thing, height in zip(things, heights, strict=True):
        if used + height > room:
            pages.append([])
            used = 0
        pages[-1].append(thing)
        used += height
    return pages


def _pieces(para: Para, box: Box) -> Iterator[Para]:
    """Split a paragraph that is higher than a slide between clauses."""
    text = ""
    for clause in _AFTER.split(para.text):
        if text and text_height([(text + clause, para.level)], box) > box.height:
            yield replace(para, text=text)
            text = ""
        text += clause
    yield replace(para, text=text)
