"""All decks, read back: nothing overflows, and elements have the right types."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pptx
import pytest
from PIL import ImageFont
from pptx.util import Pt

from teaching.slides.deck import chapter_deck
from teaching.slides.decks import decks
from teaching.slides.master import FACE, QUOTED
from teaching.slides.model import LARGE, Para, TableSlide, TextSlide
from teaching.slides.splitting import split
from teaching.slides.writing import pptx_of

FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"
#: Characters that must not begin a line.
CLOSING = "，。、；：！？”’）》」』】…—"


@cache
def advance(character: str) -> float:
    """Return a character's width in em, in a wide typeface: the bold one."""
    return ImageFont.truetype(FONT, 1000, index=2).getlength(character) / 1000


def lines_of(text: str, width: float, size: float) -> int:
    """Count the lines of a paragraph as programs break it, without closing marks at line starts."""
    lines, used, last = 1, 0.0, 0.0
    for character in text:
        wide = advance(character) * size
        if used + wide > width:
            carried = last if character in CLOSING else 0.0
            lines, used = lines + 1, carried
        used, last = used + wide, wide
    return lines


SET: dict[tuple[str, int, int], tuple[float, ...]] = {}


def layout_paragraph(shape, level: int):
    """Return the layout's style of a level: size, pitch, gap and indent in points."""
    [style] = shape._element.iter(f"{{{pptx.oxml.ns.nsuri('a')}}}lvl{level + 1}pPr")
    values = [
        int(style.find(f".//{pptx.oxml.ns.qn(tag)}/{pptx.oxml.ns.qn('a:spcPts')}").get("val")) / 100
        for tag in ("a:lnSpc", "a:spcAft")
    ]
    size = int(style.find(pptx.oxml.ns.qn("a:defRPr")).get("sz")) / 100
    return size, *values, int(style.get("marL")) / 12700


def sort_of(slide) -> str:
    return slide.slide_layout.name.removesuffix(LARGE)


def overflow(slide) -> list[str]:
    """Return texts that are higher than their box, or that end below the slide's body."""
    by_index = {one.placeholder_format.idx: one for one in slide.slide_layout.placeholders}
    found = []
    for shape in slide.placeholders:
        if shape.placeholder_format.idx > 1 or not shape.text_frame.text:
            continue
        like, height = by_index[shape.placeholder_format.idx], 0.0
        for paragraph in shape.text_frame.paragraphs:
            key = (slide.slide_layout.name, shape.placeholder_format.idx, paragraph.level)
            if key not in SET:
                SET[key] = layout_paragraph(like, paragraph.level)
            size, pitch, gap, indent = SET[key]
            text = "".join(run.text for run in paragraph.runs)
            height += lines_of(text, shape.width.pt - indent, size) * pitch + gap
        if height > shape.height.pt:
            found.append(f"{shape.text_frame.text[:20]}: {height:.0f} > {shape.height.pt:.0f}")
    tables = [shape for shape in slide.shapes if shape.has_table]
    return found + [f"table {one.name}" for one in tables if table_height(one.table) > 385]


def table_height(table) -> float:
    return sum(
        max(
            sum(
                lines_of(
                    paragraph.text,
                    column.width.pt - cell.margin_left.pt - cell.margin_right.pt,
                    paragraph.font.size.pt,
                )
                * paragraph.line_spacing.pt
                + paragraph.space_after.pt
                for paragraph in cell.text_frame.paragraphs
            )
            + cell.margin_top.pt
            + cell.margin_bottom.pt
            for cell, column in zip(row.cells, table.columns, strict=True)
        )
        for row in table.rows
    )


@pytest.fixture(scope="module")
def files(material) -> dict[str, bytes]:
    return {name: data for product in decks(material) for name, data in product.files.items()}


@pytest.fixture(scope="module")
def read(files) -> dict[str, object]:
    return {name: pptx.Presentation(BytesIO(data)) for name, data in files.items()}


def test_there_is_one_for_each_chapter_and_one_for_all(material, files):
    assert len(files) == 1 + sum(bool(page.reads) for page in material.chapters)


def test_nothing_overflows(read):
    assert [
        f"{name} {number}: {what}"
        for name, deck in read.items()
        for number, slide in enumerate(deck.slides, start=1)
        for what in overflow(slide)
    ] == []


def test_an_overflow_would_be_seen(read):
    deck = next(iter(read.values()))
    slide = deck.slides[1]
    body = slide.shapes.title
    text = body.text_frame.text
    body.text_frame.text = "很长的题目" * 20
    assert overflow(slide)
    body.text_frame.text = text


def test_the_text_of_the_chapter_stands_in_its_deck_word_for_word(material, read):
    for page in material.chapters:
        if page.reads:
            deck = read["课件/" + page.title.replace("\u3000", "-") + ".pptx"]
            shown = "".join(
                shape.text_frame.text.replace("\n", "")
                for slide in deck.slides
                if sort_of(slide) == "引文"
                for shape in slide.placeholders
                if shape.placeholder_format.idx == 1
            )
            for sentence in page.sentences:
                assert f"{sentence.text}（{sentence.label}）" in shown


def test_slides_are_wide_named_and_made_of_placeholders(read):
    for deck in read.values():
        assert (deck.slide_width, deck.slide_height) == (Pt(960), Pt(540))
        assert len(deck.slide_masters) == 1
        assert [layout.name for layout in deck.slide_layouts] == [
            "封面", "分节", "要点", "引文", "表格", "提问", "答案",
            "要点（大字）", "引文（大字）", "提问（大字）", "答案（大字）",
        ]  # fmt: skip
        for slide in deck.slides:
            assert slide.shapes.title.text_frame.text
            kinds = {bool(shape.is_placeholder or shape.has_table) for shape in slide.shapes}
            assert kinds == {True}


def test_every_question_has_its_answer_on_a_later_slide(read):
    for deck in read.values():
        names = [sort_of(slide) for slide in deck.slides]
        for place, name in enumerate(names):
            if name == "提问":
                following = next(other for other in names[place:] if other != "提问")
                assert following == "答案"


def test_a_question_tells_no_answer_before_its_slide(material, read):
    reasons = {reason.text for item in material.bank for reason in item.reasons()}
    asked = [
        para.text
        for deck in read.values()
        for slide in deck.slides
        if sort_of(slide) == "提问"
        for shape in slide.placeholders
        for para in shape.text_frame.paragraphs
    ]
    assert reasons.isdisjoint(asked)
    assert not [text for text in asked if text.startswith("出处：")]


def test_tables_have_heads_and_words_for_those_who_do_not_see_them(read):
    tables = [
        shape
        for deck in read.values()
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
    ]
    assert tables
    for shape in tables:
        assert shape._element.nvGraphicFramePr.cNvPr.get("descr")
        assert shape.table.first_row
        assert all(cell.text for cell in shape.table.rows[0].cells)


def test_notes_hold_what_the_trainer_says(material, read):
    deck = read["课件/" + material.page("c10").title.replace("\u3000", "-") + ".pptx"]
    told = "".join(s.notes_slide.notes_text_frame.text for s in deck.slides if s.has_notes_slide)
    notes = material.notes["c10"]
    assert all(hard.how in told for hard in notes.hard)
    assert all(point.text.removesuffix("。") in told for point in notes.matters)


def test_chinese_faces_are_named(files):
    deck = pptx.Presentation(BytesIO(next(iter(files.values()))))
    faces = {
        element.get("typeface")
        for layout in deck.slide_layouts
        for element in layout._element.iter(pptx.oxml.ns.qn("a:ea"))
    }
    assert faces == {FACE, QUOTED}


def test_the_same_slides_give_the_same_bytes(material):
    slides = chapter_deck(material.page("c13"), material)
    assert len({pptx_of("x", slides, foot="脚", author="人") for _ in range(2)}) == 1


def test_what_is_short_is_set_in_large_letters():
    short, long = (TextSlide("提问", "问", (Para("甲乙丙丁，" * n),)) for n in (5, 50))
    set_by = [slide.set_by for slide in split([short, long])]
    assert set_by == ["提问（大字）", "提问"]


def test_text_of_any_length_is_split_and_kept():
    long = "甲乙丙丁戊己庚辛壬癸，" * 300
    slides = [
        TextSlide("引文", "长", (Para(long), Para("末段"))),
        TextSlide("要点", "多", tuple(Para(f"第{n}条" + "字" * (n * 7 % 90)) for n in range(60))),
        TableSlide(
            "表", ("甲", "乙"), tuple(("短", "长" * n) for n in range(0, 400, 9)), (1, 3), "表"
        ),
    ]
    deck = pptx.Presentation(BytesIO(pptx_of("x", slides, foot="脚", author="人")))
    assert [what for slide in deck.slides for what in overflow(slide)] == []
    text = "".join(para.text for one in split(slides[:1]) for para in one.paras)
    assert text == long + "末段"
    rows = [row for one in split(slides[2:]) for row in one.rows]
    assert rows == list(slides[2].rows)
