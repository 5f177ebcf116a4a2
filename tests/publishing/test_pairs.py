"""Things easily confused are compared side by side, in words of the text, with existing items."""

import re

import pytest
from pydantic import ValidationError

from course import read_checked
from publishing.outline.data import OutlineError
from publishing.outline.pairs import Pair, Pairs
from publishing.outline.points import Frame
from tests.publishing.books import SOUND
from tests.this_course import COURSE, load_bank, load_speech

PAIR = {
    "id": "two-handles",
    "title": "两个抓手",
    "sides": ["直接抓手", "有效抓手"],
    "rows": [
        {"what": "原话", "cells": ["p02.s04", {"at": "p04.s06", "words": "有效抓手"}]},
        {"what": "谁来做", "cells": [{"at": "p02.s04", "note": "这里没有说"}, "p04.s06"]},
    ],
    "difference": [{"text": "前者说“直接抓手”", "at": "p02.s04"}],
    "items": ["c07-stage"],
}
FRAME = """\
parts:
  - {heading: p03.s01, members: [p05.s01], close: p11.s01}
  - {heading: p12.s01, members: [p14.s01]}
"""
DATA = """\
pairs:
  - id: two-times
    title: 两处时间
    sides: [年中, 收官]
    rows:
      - {what: 原话, cells: [p13.s01, {at: p13.s02, words: 收官阶段}]}
      - {what: 要求, cells: [p13.s03, {at: p13.s02, note: 说收官的这一句没有提要求}]}
    difference:
      - {text: 前者说年中, at: [p13.s01, p13.s02]}
    items: [ITEM]
"""
PAGE = SOUND + "\n```{pairs}\n:overview:\n```\n\n```{pairs}\n:part: 2\n```\n"


def checked(**changes):
    return Pair.model_validate(PAIR | changes, context=load_speech())


def refused(**changes):
    with pytest.raises(ValidationError) as caught:
        checked(**changes)
    return str(caught.value)


def this_course():
    file = COURSE.outline / "pairs.yml"
    return read_checked(file, Pairs, OutlineError, shown=file, context=load_speech()).value.pairs


def test_a_cell_is_a_sentence_words_of_it_or_our_note_on_its_silence():
    first, second = checked().rows
    assert [[saying.text for saying in cell] for cell in first.cells] == [
        [load_speech().find("p02.s04")[0].text],
        ["有效抓手"],
    ]
    assert not second.cells[0][0].quotes


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"rows": [{"what": "谁", "cells": ["p02.s04"]}] * 2}, "“谁”一行有 1 格，sides 有 2 样"),
        ({"rows": [{"what": "谁", "cells": ["p02.s04", {"at": "p04.s06", "words": "直接抓手"}]}] * 2},
         "p04.s06 里没有“直接抓手”"),
        ({"difference": [{"text": "后者说“有效抓手”", "at": "p02.s04"}]},
         "引文“有效抓手”不在所注的段落里；它的出处是 p04.s06"),
        ({"difference": [{"text": "前者说巡视。后者说决策。", "at": "p02.s04"}]}, "只写一句话"),
        ({"difference": [{"text": "前者说巡视", "at": []}]}, "at least 1"),
        ({"sides": ["直接抓手"]}, "at least 2"),
    ],
)  # fmt: skip
def test_what_the_text_does_not_bear_out_is_refused(changes, message):
    assert message in refused(**changes)


def test_a_pair_stands_with_the_part_of_its_last_sentence():
    data = {
        "parts": [
            {"heading": "p03.s01", "members": ["p05.s01"]},
            {"heading": "p12.s01", "members": ["p14.s01"]},
        ]
    }
    frame = Frame.model_validate(data, context=load_speech())
    assert frame.part_of(checked().last) == 1
    later = {"what": "原话", "cells": ["p02.s04", "p14.s02"]}
    assert frame.part_of(checked(rows=[later, later]).last) == 2
    assert frame.part_of(load_speech().find("p01.s01")[0]) == 1


def test_every_pair_of_this_course_has_items_of_the_bank():
    known = {item.id for item in load_bank()}
    assert {item for pair in this_course() for item in pair.items} <= known
    assert len(this_course()) >= 8


def with_pairs(book, item="c07-stage"):
    book.write("book/outline/points.yml", FRAME)
    book.write("book/outline/pairs.yml", DATA.replace("ITEM", item))
    book.chapter(PAGE)


def test_the_tables_quote_cite_and_lead_to_the_item(book):
    with_pairs(book)
    built = book.build()
    assert built.code == 0, built.output
    page = re.sub(r"\s+", " ", built.page)
    assert 'id="pair-two-times"' in page
    assert 'href="#pair-two-times"' in page
    assert 'href="#ex-c07-stage"' in page
    assert re.search(r"练习 \S+-1 ", page)
    assert '<td data-label="收官"><p><span class="speech-quotation">收官阶段</span>' in page
    listed = (book.folder / "_build" / "statements.csv").read_text(encoding="utf-8-sig")
    assert "前者说年中" in listed
    assert "说收官的这一句没有提要求" in listed


@pytest.mark.parametrize(
    ("page", "item", "message"),
    [
        (PAGE, "c07-stge", "book/outline/pairs.yml:10: 字段 pairs.1.items.1：题库里没有 c07-stge；最接近的是 c07-stage"),
        (PAGE.replace(":part: 2", ":part: 1"), "c07-stage", "pairs.yml 里没有一组的句子到第 1 部分为止"),
        (PAGE.replace(":part: 2", ":part: 3"), "c07-stage", "没有第 3 部分"),
    ],
)  # fmt: skip
def test_a_fault_in_the_pairs_stops_the_build(book, page, item, message):
    with_pairs(book, item)
    book.chapter(page)
    built = book.build()
    assert built.code != 0
    assert message in built.error
    assert "Traceback" not in built.error


def test_the_handout_has_the_tables(book):
    with_pairs(book)
    assert book.build("handout").code == 0
    markup = (book.folder / "_build" / "handout" / "pages.typ").read_text(encoding="utf-8")
    assert "book/c07#pair-two-times" in markup
    assert markup.count('"compare"') == 2
