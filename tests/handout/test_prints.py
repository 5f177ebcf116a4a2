"""The editions compared: their lengths, the contents of the compact edition, the booklet."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pikepdf
import pytest

from exercises.kinds.tree.item import TreeItem
from publishing.errors import CourseError
from publishing.handout.booklet import booklet, sides
from publishing.handout.editions import Part, part_of
from publishing.handout.typesetting import typeset
from tests.handout.reading import BUILT, PAGE_WIDTH, Pdf, squeezed
from tests.handout.test_editions import after_sentence, items, plain
from tests.handout.test_layout import BOTTOM, TOP
from tests.publishing.books import SOUND, SmallBook
from tests.this_course import load_speech

LEARNER_PAGES = 110
OF_A_PART = """\
format: jb-book
root: book/index
parts:
  - caption: 第一部分　部署
    chapters:
      - file: book/part
      - file: book/c07
"""
READING_PAGES = 32
#: A sheet of a booklet has four pages.
SHEET = 4
#: Minimum fill of a page, except the last of a chapter before a part.
HARDLY_FILLED = 0.4


def test_the_workbook_is_no_longer_than_it_has_to_be(learner: Pdf) -> None:
    assert len(learner.bodies()) <= LEARNER_PAGES


def test_the_compact_edition_is_a_booklet_of_eight_sheets_at_most(reading: Pdf) -> None:
    assert len(reading.bodies()) <= READING_PAGES


def test_no_page_of_the_workbook_is_nearly_empty(learner: Pdf) -> None:
    """Chapters begin where half a page is free, so only parts leave more space."""
    before_part = {page - 1 for title, page in learner.bookmarks() if "部分" in title[:4]}
    blank = {n for n, text in enumerate(learner.bodies(), start=1) if not text}
    cards = dict(learner.bookmarks())["记忆卡"]
    excused = {1, 2, 3, *before_part, *blank, cards - 1, cards, cards + 1}
    for number, ink in enumerate(learner.ink(), start=1):
        if number not in excused:
            rows = ink.rows(TOP, BOTTOM)
            assert (max(rows) - TOP) / (BOTTOM - TOP) >= HARDLY_FILLED, number


# The compact edition


def test_the_compact_edition_has_the_text_whole_and_no_exercise(reading: Pdf) -> None:
    bodies = reading.bodies()
    page, position = 0, 0
    for sentence in load_speech().in_chapters:
        page, position = after_sentence(bodies, squeezed(sentence.text), page, position)
    text = "".join(bodies)
    assert [item.id for item in items() if plain(item.stem) in text] == []
    assert "练一练" not in text
    for had in ("本章小结", "时间线", "比什么"):
        assert had in text


def test_the_compact_edition_leaks_no_answer(reading: Pdf) -> None:
    for text in ("".join(reading.pages()), reading.strings()):
        told = [entry.text for item in items() for entry in item.reasons()]
        assert [reason for reason in told if plain(reason) in text] == []


def test_the_compact_edition_is_as_accessible_as_the_others(reading: Pdf) -> None:
    assert reading.info()["Tagged"] == "yes"
    assert "<pdfuaid:part>1</pdfuaid:part>" in reading.path.read_bytes().decode("latin-1")
    for font in reading.run("pdffonts").splitlines()[2:]:
        assert "Type 3" not in font
    assert typeset(BUILT / "handout-reading.typ") == reading.path.read_bytes()


# The booklet


@pytest.mark.parametrize("pages", [1, 4, 31, 32])
def test_folded_sheets_lie_in_the_order_of_reading(pages: int) -> None:
    laid = list(sides(pages))
    # From the outermost sheet inwards: fronts and backs, read from each fold outwards.
    fronts, backs = laid[::2], laid[1::2]
    opened = [front[1] for front in fronts], [back[0] for back in backs]
    read = [*chain.from_iterable(zip(*opened, strict=True))]
    inward = zip(fronts[::-1], backs[::-1], strict=True)
    rest = [*chain.from_iterable((back[1], front[0]) for front, back in inward)]
    total = -(-pages // SHEET) * SHEET
    assert [*read, *rest] == list(range(total))


def test_the_booklet_has_each_page_once_and_is_the_same_twice(reading: Pdf) -> None:
    file = BUILT / "handout-booklet.pdf"
    pdf = Pdf(file)
    count = len(reading.bodies())
    assert len(pdf.reader.pages) == -(-count // SHEET) * 2
    assert {(page.mediabox.width > page.mediabox.height) for page in pdf.reader.pages} == {True}
    sheets = ["".join(text) for text in pdf.pages()]
    for number in range(3, count + 1):
        place = next(n for n, pair in enumerate(sides(count)) if number - 1 in pair)
        assert f"第{number}页" in sheets[place], number
    assert booklet(reading.path.read_bytes()) == file.read_bytes()
    with pikepdf.open(file) as opened:
        assert str(opened.Root.Lang) == "zh-CN"


# A part of the book


def test_a_part_is_named_after_what_is_asked_for() -> None:
    assert part_of(None, None) is None
    assert part_of("c03，c04", None) == Part(("c03", "c04"), "")
    assert Part(("c03",), "exercises").file == "handout-c03-exercises"
    teacher = part_of("c03", "exercises", teacher=True)
    assert teacher is not None
    assert teacher.file == "handout-c03-exercises-teacher"


@pytest.mark.parametrize(("only", "said"), [("text", "没有答案可附"), (None, "只用于节选")])
def test_answers_are_refused_where_there_are_none(only: str | None, said: str) -> None:
    with pytest.raises(CourseError, match=said):
        part_of(None, only, teacher=True)


def test_a_part_has_its_own_pages_and_contents(tmp_path: Path) -> None:
    book = SmallBook(tmp_path)
    book.chapter(SOUND)
    # The first page of its part is not requested.
    book.write("_toc.yml", OF_A_PART)
    book.write("book/part.md", "# 第一部分　部署\n\n下面是各章。\n")
    full = tmp_path / "_build" / "handout" / "handout.pdf"
    full.parent.mkdir(parents=True)
    full.write_bytes(b"the whole, made before")
    for only, has_text in (("text", True), ("exercises", False)):
        assert book.build("handout", "--chapters", "c07", "--only", only).code == 0
        pdf = Pdf(full.with_name(f"handout-c07-{only}.pdf"))
        text = "".join(pdf.pages())
        assert "目录" in text
        assert f"第1页共{len(pdf.bodies())}页" in text
        assert (squeezed(load_speech().find("p13.s01")[0].text) in text) == has_text
        assert ("练习7-1" in text) != has_text
        assert pdf.bookmarks()
    answer = "参考答案"
    assert answer not in text
    assert book.build("handout", "--only", "exercises", "--teacher").code == 0
    pages = Pdf(full.with_name("handout-exercises-teacher.pdf")).pages()
    assert answer in next(page for page in reversed(pages) if "练习7-1" in page)
    assert "教师版" in pages[-1]
    assert full.read_bytes() == b"the whole, made before"
    wrong = book.build("handout", "--chapters", "c07,c99,c98")
    assert "没有章 c99、c98" in wrong.error
    assert "c07" in wrong.error


# Pictures and notes


def test_no_tree_is_parted(edition: Pdf) -> None:
    trees = [item for item in items() if isinstance(item, TreeItem)]
    assert trees
    bodies = edition.bodies()
    for item in trees:
        told = [plain(item.stem), *map(squeezed, item.word_list())]
        assert any(all(words in text for words in told) for text in bodies), item.id


def test_notes_stand_beside_the_text_that_they_are_about(learner: Pdf) -> None:
    """Notes are in the outer column on both sides of a sheet."""
    source = (BUILT / "pages.typ").read_text(encoding="utf-8")
    beside = re.findall(r"#side-note\(\"(.*?)\"\)", source)
    below = re.findall(r"#addition\(\"sidenote\"", source)
    assert len(beside) > 2 * len(below)
    titles = {squeezed(title) for title in beside}
    lefts = [
        Counter(round(word.left) for words in pages for word in words if word.text in titles)
        for pages in (learner.words()[::2], learner.words()[1::2])
    ]
    columns = [found.most_common(1)[0] for found in lefts]
    assert sum(count for _, count in columns) == len(beside)
    assert min(left for left, _ in columns) > PAGE_WIDTH / 2
