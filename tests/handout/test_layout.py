"""The layout as a publisher checks it: margins, page fill, lines, line widths, greys."""

from __future__ import annotations

import json
import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
import typst

from course.typefaces import installed_fonts
from publishing.handout.typesetting import TEMPLATE
from tests.handout.reading import BUILT, Pdf, squeezed
from tests.handout.test_cards import HEADING as CARDS
from tests.handout.test_typesetting import OPENING

#: The body of a page in millimetres from the top.
TOP, BOTTOM = 22, 279
#: The end of a chapter may leave more: the next one begins below if half a page is free.
FULL_ENOUGH = 0.55
INSIDE_MARGIN = 25
PAPER_WIDTH = 210
THINNEST = 0.35
READABLE = 4.5

NOT_FIRST = tuple("、，。；：？！）》”’")
NOT_LAST = tuple("（《“‘")


def ends(pdf: Pdf) -> set[int]:
    """Return the last pages of chapters and parts, and pages without running text."""
    starts = dict(pdf.bookmarks())
    blank = {number for number, text in enumerate(pdf.bodies(), start=1) if not text}
    before_text = set(range(1, min(starts.values())))
    last = {page - 1 for page in starts.values()} | {len(pdf.bodies())}
    last |= {page - 1 for page in blank}
    # The number of cards determines how full their pages are.
    after = [page for page in starts.values() if page > starts[CARDS]]
    cards = set(range(starts[CARDS], min(after, default=len(pdf.bodies()) + 1)))
    return blank | before_text | last | cards


def test_no_page_gapes_but_at_the_end_of_a_chapter(edition: Pdf) -> None:
    excused = ends(edition)
    for number, ink in enumerate(edition.ink(), start=1):
        if number not in excused:
            fullness = (max(ink.rows(TOP, BOTTOM)) - TOP) / (BOTTOM - TOP)
            assert fullness >= FULL_ENOUGH, number


def test_no_hole_is_left_in_the_middle_of_a_page(edition: Pdf) -> None:
    starts = set(dict(edition.bookmarks()).values())
    for number, ink in enumerate(edition.ink(), start=1):
        # The cover and the first page of a part have white space by design.
        if number > 1 and number not in starts:
            gaps = [after - before for before, after in pairwise(ink.rows(TOP, BOTTOM))]
            assert max(gaps, default=0) < 30, number


def test_the_binding_has_its_margin_on_both_sides_of_a_leaf(edition: Pdf) -> None:
    for number, ink in enumerate(edition.ink(), start=1):
        if sides := ink.sides():
            inside = sides[0] if number % 2 else PAPER_WIDTH - sides[1]
            assert inside >= INSIDE_MARGIN - 0.2, number


def test_no_line_begins_or_ends_with_a_mark_that_may_not_stand_there(edition: Pdf) -> None:
    for number, lines in enumerate(edition.printed_lines(), start=1):
        for line in lines:
            assert not line.startswith(NOT_FIRST), (number, line)
            assert not line.endswith(NOT_LAST), (number, line)


def test_no_paragraph_leaves_one_line_on_a_page(edition: Pdf) -> None:
    source = (BUILT / "pages.typ").read_text(encoding="utf-8")
    calls = re.findall(r"^#(?:paragraph|speech-part\([^\n]*?\))\[(.*)\]$", source, re.MULTILINE)
    paragraphs = [
        squeezed("".join(re.findall(r'#"((?:[^"\\]|\\.)*)";', call))).replace('\\"', '"')
        for call in calls
    ]
    assert len(paragraphs) > 300
    for number, (page, following) in enumerate(pairwise(edition.printed_lines()), start=1):
        for paragraph in paragraphs:
            if page and following and page[-1] + following[0] in paragraph:
                assert not paragraph.startswith(page[-1]), (number, page[-1])
                assert not paragraph.endswith(following[0]), (number, following[0])


@pytest.mark.parametrize(
    ("written", "holds"),
    [
        pytest.param('width("”，“") < width("汉汉汉")', True, id="pairs are compressed"),
        pytest.param('width("》（") < width("汉汉")', True, id="brackets are compressed"),
        pytest.param('width("第3段") > width("第") + width("3") + width("段")', True, id="digits"),
        pytest.param('width("用Python写") > width("用") + width("Python写")', True, id="Latin"),
        pytest.param('width("汉字") > width("汉") + width("字")', False, id="no space in Chinese"),
    ],
)
def test_marks_are_compressed_and_digits_set_off(tmp_path: Path, written: str, holds: bool) -> None:
    shutil.copytree(TEMPLATE, tmp_path / TEMPLATE.name)
    source = tmp_path / "handout.typ"
    source.write_text(
        f"{OPENING}#context {{ let width(text) = measure([#text]).width\n"
        f"[#metadata({written}) <told>] }}\n",
        encoding="utf-8",
    )
    told = typst.query(
        source, "<told>", field="value", root=tmp_path, font_paths=installed_fonts(),
        ignore_system_fonts=True,
    )  # fmt: skip
    assert json.loads(told) == [holds]


def test_no_stroke_is_too_thin_for_an_office_printer(edition: Pdf) -> None:
    widths = {width for page in edition.graphics() for width in page.strokes}
    assert widths
    assert min(widths) >= THINNEST


def test_all_text_can_be_read_in_black_and_white(edition: Pdf) -> None:
    for number, page in enumerate(edition.graphics(), start=1):
        # Apart from white, the lightest background of text is that of the panels.
        panel = min((grey for grey in page.grounds if grey > 0.8), default=1.0)
        for grey in page.texts:
            ground = 0.0 if grey == 1 else panel
            lighter, darker = max(grey, ground), min(grey, ground)
            contrast = (luminance(lighter) + 0.05) / (luminance(darker) + 0.05)
            assert contrast >= READABLE, (number, grey)


def luminance(grey: float) -> float:
    return grey / 12.92 if grey <= 0.04045 else ((grey + 0.055) / 1.055) ** 2.4
