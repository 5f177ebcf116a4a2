"""A drawing of some slides on one page, for showing a deck without an office program."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import typst

from course.typefaces import installed_fonts
from exercises.inline import plain
from publishing.handout.markup import string
from teaching.slides.measures import HEIGHT, TABLE, TITLE, WIDTH, Box, column_widths
from teaching.slides.model import Slide, TableSlide
from teaching.slides.splitting import BOXES, LARGE_BOXES, split

#: The first slide of each of these types is drawn, in this order, in two columns.
_SHOWN: Final = ("引文", "表格", "提问", "答案")
_GAP: Final = 24
_OPENING: Final = f"""
#set page(width: {2 * WIDTH + 3 * _GAP}pt, height: auto, margin: {_GAP}pt, fill: luma(225))
#set text(font: "Noto Sans CJK SC", lang: "zh", region: "cn", fill: rgb("1f2933"))
#set par(spacing: 12pt, leading: 0.5em)
#let slide(..things) = box(width: {WIDTH}pt, height: {HEIGHT}pt, fill: white,
  stroke: 1pt + luma(160), things.pos().join())
#let at(left, top, width, size, body) = place(dx: left * 1pt, dy: top * 1pt,
  box(width: width * 1pt, text(size: size * 1pt, body)))
#let heading-of(body) = text(weight: "bold", fill: rgb("1f4e79"), body)
"""


def drawing_of(slides: Iterable[Slide]) -> bytes:
    """Draw the first slide of each type.

    Parameters
    ----------
    slides
        The slides of one deck or several.

    Returns
    -------
    bytes
        A PDF with one page; empty if there is nothing to show.
    """
    firsts: dict[str, Slide] = {}
    for slide in split(list(slides)):
        firsts.setdefault("表格" if isinstance(slide, TableSlide) else slide.layout, slide)
    shown = [firsts[layout] for layout in _SHOWN if layout in firsts]
    if not shown:
        return b""
    drawn = ", ".join(map(_drawn, shown))
    with TemporaryDirectory() as place:
        source = Path(place) / "slides.typ"
        source.write_text(
            f"{_OPENING}#grid(columns: 2, gutter: {_GAP}pt, {drawn})\n", encoding="utf-8"
        )
        pdf: bytes = typst.compile(source, font_paths=installed_fonts(), ignore_system_fonts=True)
    return pdf


def _drawn(slide: Slide) -> str:
    title = _at(TITLE, f"heading-of({string(slide.title)})")
    if isinstance(slide, TableSlide):
        return f"slide({title}, {_table(slide)})"
    box = (LARGE_BOXES if slide.large else BOXES)[slide.layout]
    paras = "; ".join(
        f"pad(left: {box.indent[para.level]}pt, par({string(plain(para.text))}))"
        for para in slide.paras
    )
    return f"slide({title}, {_at(box, f'{{ {paras} }}')})"


def _at(box: Box, body: str) -> str:
    return f"at({box.left}, {box.top}, {box.width}, {box.size}, {body})"


def _table(slide: TableSlide) -> str:
    widths = "".join(f"{width:g}pt, " for width in column_widths(slide.widths))
    cells = "".join(
        f"{string(plain(cell))}, " for row in (slide.heads, *slide.rows) for cell in row
    )
    place = Box(TABLE.left, TABLE.top, TABLE.width, 0, slide.size, 0)
    body = (
        f"table(columns: ({widths}), stroke: 0.7pt + luma(150), "
        f'fill: (_, y) => if y == 0 {{ rgb("dbe5ee") }}, {cells})'
    )
    return _at(place, body)
