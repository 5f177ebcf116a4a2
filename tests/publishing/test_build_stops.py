"""A broken book does not build, and the message says where the fault is and how to fix it."""

import re
import shutil

import pytest

from tests.exercises.banks import FILE_OF_BANK, MULTIPLE, SINGLE
from tests.publishing.books import ROOT, SOUND


def stops(book, *patterns):
    built = book.build()
    assert built.code != 0
    for pattern in patterns:
        assert re.search(pattern, built.error), built.output[-3000:]
    assert "Traceback" not in built.error


def test_a_sound_book_builds(book):
    built = book.build()
    assert built.code == 0, built.output
    assert 'id="ex-c07-stage"' in built.page
    assert 'id="p13-s03"' in built.page


CELL = "```{{code-cell}} python\nfrom exercises import show\n{}\n```\n"


@pytest.mark.parametrize(
    ("addition", "patterns"),
    [
        pytest.param(
            CELL.format("1 / 0"), [r"c07\.md", "ZeroDivisionError"], id="a failing cell"
        ),
        pytest.param(
            CELL.format('show("c07-stag")'),
            [r"c07\.md", "题库里没有 c07-stag；最接近的是 c07-stage"],
            id="an unknown item",
        ),
        pytest.param(
            CELL.format('show("c07-stage")'),
            [r"c07", "题目 c07-stage 在这一页出现了两次"],
            id="an item twice",
        ),
        pytest.param(
            "```{speech} p14.s77\n```\n",
            [r"c07\.md:\d+：讲话没有句子 p14\.s77；最接近的是 p14\.s10"],
            id="an unknown sentence",
        ),
        pytest.param(
            "```{speech} p77\n```\n",
            [r"c07\.md:\d+：讲话没有段落 p77；最接近的是 p20"],
            id="an unknown paragraph",
        ),
        pytest.param(
            "见 {cite}`p13.s09`。\n",
            [r"c07\.md:\d+：讲话没有句子 p13\.s09；最接近的是 p13\.s03"],
            id="a citation of an unknown sentence",
        ),
        pytest.param(
            "```{speech} p13.s02\n```\n",
            [r"c07\.md:\d+：p13\.s02 已在 .*c07\.md:\d+ 出现过"],
            id="a sentence twice",
        ),
        pytest.param(
            "讲话说“硬指标”。\n",
            [r"c07\.md:\d+：引文“硬指标”与讲话原文不符"],
            id="a quotation that is not in the speech",
        ),
        pytest.param(
            CELL.format("import ipywidgets\nipywidgets.IntSlider()"),
            [r"book/c07\.md:\d+：这一页显示了练习以外的控件"],
            id="a widget that needs a kernel",
        ),
    ],
)  # fmt: skip
def test_a_fault_in_a_chapter_stops_the_build(book, addition, patterns):
    book.chapter(f"{SOUND}\n{addition}")
    stops(book, *patterns)


def test_a_malformed_item_stops_the_build_and_names_its_line(book):
    book.bank(SINGLE.replace("level: remember", "level: recall"))
    stops(book, r"exercises/bank/c07\.yml:\d+: 题目 c07-stage 字段 level：只能是")


BLUEPRINT = """\
id: week1
title: 第一周小测
minutes: 10
parts:
  - name: 第七章
    chapters: [c07]
    rows:
      - {levels: [remember], items: 2, points: 5}
"""


def test_a_blueprint_that_the_bank_cannot_meet_stops_the_build_and_names_its_row(book):
    book.write("exercises/blueprints/week1.yml", BLUEPRINT)
    stops(
        book,
        r"exercises/blueprints/week1\.yml:8: .*“第七章”要识记题 2 道，题库里合乎的只有 1 道；请减少 items",
    )


def test_a_missing_sentence_stops_the_build(book):
    config = (book.folder / "_config.yml").read_text(encoding="utf-8")
    book.write("_config.yml", config.replace("course_complete: false", "course_complete: true"))
    stops(book, r"课程正文缺少 p01\.s01；请在相应章节补上")


def test_an_item_that_no_page_shows_stops_the_build(book):
    config = (book.folder / "_config.yml").read_text(encoding="utf-8")
    book.write("_config.yml", config.replace("course_complete: false", "course_complete: true"))
    book.bank(SINGLE, MULTIPLE)
    cell = SOUND.partition("```\n\n")[2]
    whole = "\n".join(f"```{{speech}} p{number:02}\n```\n" for number in range(1, 20))
    book.chapter(f"{whole}\n{cell}")
    stops(book, r"题目 c07-tasks 没有放进书里；请在 book/c07\.md")


def test_an_item_of_another_page_stops_the_build(book):
    bank = book.folder / FILE_OF_BANK
    text = bank.read_text(encoding="utf-8").replace("page: book/c07", "page: book/c08")
    bank.write_text(text, encoding="utf-8")
    stops(book, "题目 c07-stage 属于 book/c08")


def test_an_index_that_lacks_a_term_stops_the_build(book):
    shutil.copytree(ROOT / "book" / "indexes", book.folder / "book" / "indexes")
    terms = book.folder / "book" / "indexes" / "terms.yml"
    text = terms.read_text(encoding="utf-8")
    terms.write_text(text.replace("term: 四个对照", "term: 四个紧盯"), encoding="utf-8")
    stops(
        book,
        r"book/indexes/terms\.yml:\d+: 词条 四个紧盯 字段 term：四个紧盯 已在第 \d+ 行用过",
    )
    terms.write_text(text.replace("term: 四个对照", "term: 监督标准"), encoding="utf-8")
    stops(
        book,
        "索引有 1 处错误：\nbook/indexes：第6段的引号里的词语“四个对照”（……督标准是“四个对照”，监督路径……）没有收进索引",
    )
