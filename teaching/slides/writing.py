"""Write slides to a ``.pptx`` file, with placeholders of the master's layouts and real tables."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from typing import Any, Final

import pptx
from pptx.util import Pt

from exercises.inline import runs
from publishing.documents.reproducible import describe, fixed
from teaching.slides.master import blank
from teaching.slides.measures import CELL, TABLE, column_widths, row_height, table_pitch
from teaching.slides.model import Slide, TableSlide
from teaching.slides.splitting import split

_FOOT: Final = 11


def pptx_of(title: str, slides: Sequence[Slide], *, foot: str, author: str) -> bytes:
    """Write a deck.

    Parameters
    ----------
    title
        Its title.
    slides
        Its slides, of any length; they are split to fit.
    foot
        The footer of every slide.
    author
        Its author.

    Returns
    -------
    bytes
        The ``.pptx`` file, which is identical for identical slides.
    """
    deck: Any = pptx.Presentation(BytesIO(blank()))
    layouts = {layout.name: layout for layout in deck.slide_layouts}
    for slide in split(slides):
        made = deck.slides.add_slide(
            layouts["表格" if isinstance(slide, TableSlide) else slide.set_by]
        )
        _fill(made.shapes.title.text_frame, [(slide.title, 0)])
        if isinstance(slide, TableSlide):
            _add_table(made, slide)
        elif slide.paras:
            _fill(
                made.placeholders[1].text_frame, [(para.text, para.level) for para in slide.paras]
            )
        _number(made, foot)
        if slide.notes:
            made.notes_slide.notes_text_frame.text = "\n".join(slide.notes)
    describe(deck.core_properties, title, author)
    target = BytesIO()
    deck.save(target)
    return fixed(target.getvalue())


def _fill(frame: Any, lines: Sequence[tuple[str, int]]) -> None:
    for number, (text, level) in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.level = level
        for run in runs(text):
            added = paragraph.add_run()
            added.text = run.text
            if run.strong:
                added.font.bold = True


def _number(made: Any, foot: str) -> None:
    """Copy footer and slide number from the layout: slides do not inherit them."""
    for shape in made.slide_layout.placeholders:
        if shape.placeholder_format.idx in {_FOOT, _FOOT + 1}:
            copied = deepcopy(shape._element)  # ruff: ignore[private-member-access] (no other way)
            made.shapes._spTree.append(copied)  # ruff: ignore[private-member-access]
    for shape in made.placeholders:
        if shape.placeholder_format.idx == _FOOT:
            shape.text_frame.text = foot


def _add_table(made: Any, slide: TableSlide) -> None:
    widths = column_widths(slide.widths)
    texts = [slide.heads, *slide.rows]
    heights = [row_height(row, widths, slide.size) for row in texts]
    frame = made.shapes.add_table(
        len(texts),
        len(widths),
        Pt(TABLE.left),
        Pt(TABLE.top),
        Pt(TABLE.width),
        Pt(sum(heights)),
    )
    frame.name = slide.title
    frame._element.nvGraphicFramePr.cNvPr.set("descr", slide.told)  # ruff: ignore[private-member-access] (no other way)
    table = frame.table
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    across, above = CELL
    for row, cells, height in zip(table.rows, texts, heights, strict=True):
        row.height = Pt(height)
        for cell, text in zip(row.cells, cells, strict=True):
            cell.margin_left = cell.margin_right = Pt(across)
            cell.margin_top = cell.margin_bottom = Pt(above)
            _fill(cell.text_frame, [(line, 0) for line in text.split("\n")])
            for paragraph in cell.text_frame.paragraphs:
                paragraph.line_spacing = Pt(table_pitch(slide.size))
                paragraph.space_after, paragraph.font.size = Pt(TABLE.gap), Pt(slide.size)
