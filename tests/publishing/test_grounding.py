"""Our statements cite sentences of the speech, and quote only those they cite."""

import csv

import pytest
from docutils import nodes

from publishing.ours.grounding import sentences
from tests.publishing.books import SOUND

NOTE = "```{{sidenote}} {}\n{}\n```\n"


@pytest.mark.parametrize(
    ("addition", "message"),
    [
        pytest.param(
            NOTE.format("术语", "收官在这里说的是十九届 {cite}`p13.s02`。别的讲话未展开。"),
            "旁注·术语里的这句话没有注明出处：别的讲话未展开。",
            id="a side note's second sentence",
        ),
        pytest.param(
            "```{summary}\n- 时间已到年中 {cite}`p13.s01`。\n- 任务很重。\n```\n",
            "小结里的这句话没有注明出处：任务很重。",
            id="an entry of a summary",
        ),
        pytest.param(
            "```{structure}\n- 年中 {cite}`p13.s01`\n- 要求\n  - 步骤\n```\n",
            "结构里的这句话没有注明出处：要求",
            id="a branch of a structure",
        ),
        pytest.param(
            "这一章讲收官。\n",
            "正文里的这句话没有注明出处：这一章讲收官。",
            id="prose of a chapter",
        ),
        pytest.param(
            NOTE.format("术语", "“党章规定的硬任务”是这样说的 {cite}`p13.s02`。"),
            "引文“党章规定的硬任务”不在所注的第13段里；它的出处是 {cite}`p14.s02`",
            id="a quotation from another paragraph than the cited",
        ),
        pytest.param(
            "## “党章规定的硬任务”\n",
            "引文“党章规定的硬任务”不在所注的第13段里",
            id="a heading that quotes what the page does not read",
        ),
    ],
)
def test_a_statement_without_its_source_stops_the_build(book, addition, message):
    book.chapter(f"{SOUND}\n{addition}")
    error = book.build().error
    assert error.startswith("book/c07.md:")
    assert message in error


def test_a_statement_that_shares_no_word_with_its_sentence_stops_the_build(book):
    book.chapter(f"{SOUND}\n{NOTE.format('术语', '谁来做，讲话另有安排 {cite}`p13.s01`。')}")
    error = book.build().error
    assert error.startswith("book/c07.md:")
    assert "与所注的出处（p13.s01）没有一个词相同：谁来做，讲话另有安排" in error


def test_a_statement_with_its_source_is_listed_with_the_sentence(book):
    note = NOTE.format("术语", "“收官阶段”从这里说起 {cite}`p13.s02`。")
    tree = "```{structure}\n- 节点\n  - 年中 {cite}`p13.s01`\n    - 换届\n```\n"
    advice = NOTE.format("读法", "先找时间词。")
    book.chapter(f"{SOUND}\n{note}\n{tree}\n{advice}")
    built = book.build()
    assert built.code == 0, built.output
    listed = (book.folder / "_build" / "statements.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(listed.splitlines()))
    assert [(row["位置"], row["本书的话"], row["出处"]) for row in rows] == [
        ("旁注·术语", "“收官阶段”从这里说起。", "p13.s02"),
        ("结构", "节点", "p13.s01"),
        ("结构", "年中", "p13.s01"),
        ("结构", "换届", "p13.s01"),
        ("旁注·读法", "先找时间词。", "读法"),
    ]
    assert rows[0]["原句"].startswith("p13.s02 十九届中央巡视工作开始进入收官阶段")


def test_a_sentence_does_not_end_within_a_title():
    text = "先读《怎样学？怎样问》。再读“为什么？”一段。"
    found = [sentence for sentence, _ in sentences(nodes.paragraph("", text))]
    assert found == ["先读《怎样学？怎样问》。", "再读“为什么？”一段。"]
