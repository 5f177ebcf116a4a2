"""From small doctrees to calls of the template's functions."""

from __future__ import annotations

import pytest
from docutils import nodes

from exercises import load_bank
from exercises.sheet import exercise, sheet
from publishing.errors import CourseError
from publishing.handout.builder import check_references
from publishing.speech_nodes import run_of
from speech import load_speech
from tests.handout.doctrees import translate


def test_a_node_without_a_form_in_print_stops_the_build_and_is_named() -> None:
    image = nodes.image(uri="a.png")
    image.line = 7
    with pytest.raises(CourseError, match=r"book/c01\.md:7：打印讲义不会排 image"):
        translate(nodes.paragraph("", "", image))


def test_a_container_that_is_no_notebook_cell_stops_the_build() -> None:
    with pytest.raises(CourseError, match="container"):
        translate(nodes.container("", nodes.paragraph("", "文字")))


def test_merged_cells_stop_the_build() -> None:
    group = nodes.tgroup("", nodes.tbody("", nodes.row("", nodes.entry("", morecols=1))), cols=2)
    with pytest.raises(CourseError, match="合并单元格"):
        translate(nodes.table("", group))


def test_a_nested_list_stays_nested() -> None:
    inner = nodes.bullet_list("", nodes.list_item("", nodes.paragraph("", "里")))
    outer = nodes.bullet_list("", nodes.list_item("", nodes.paragraph("", "外"), inner))
    calls = [
        line for line in translate(outer).markup.split("\n") if line and not line.startswith("//")
    ]
    assert calls[1:] == [
        "#bullets(",
        "[",
        '#paragraph[#"外";]',
        "#bullets(",
        "[",
        '#paragraph[#"里";]',
        "],",
        ")",
        "],",
        ")",
    ]


def test_sentences_have_labels_in_the_chapters_only() -> None:
    sentences = load_speech().find("p05.s01-s02")
    chapter = translate(run_of(sentences, primary=True))
    appendix = translate(run_of(sentences, primary=False))
    assert "book/c01#p05-s02" in chapter.labels
    assert not [label for label in appendix.labels if "p05" in label]


def test_an_answer_is_kept_out_of_the_page() -> None:
    item = load_bank().item("c01-timeline")
    node = exercise(
        "", *sheet(item, []), item=item.id, kind=item.kind, label=item.label, number="1-2",
        ids=["ex-c01-timeline"],
    )  # fmt: skip
    page = translate(node)
    for entry in item.reasons():
        assert entry.text not in page.markup
        assert entry.text in page.answers_markup


def test_a_page_number_is_told_once_and_only_of_another_chapter() -> None:
    def cite(**target: str) -> nodes.reference:
        return nodes.reference("", "某句", internal=True, classes=["cite"], **target)

    paragraph = nodes.paragraph(
        "", "", cite(refid="id1"), cite(refuri="book/c02#a"), cite(refuri="book/c02#b")
    )
    markup = translate(paragraph).markup
    assert '#citation("book/c01#id1", tell-page: false)' in markup
    assert '#citation("book/c02#a", tell-page: true)' in markup
    assert '#citation("book/c02#b", tell-page: false)' in markup


def test_a_link_that_leads_nowhere_stops_the_build() -> None:
    link = nodes.reference("", "某章", internal=True, refuri="book/c99")
    page = translate(nodes.paragraph("", "", link))
    with pytest.raises(CourseError, match="book/c99"):
        check_references([page])


def test_two_targets_of_one_name_stop_the_build() -> None:
    with pytest.raises(CourseError, match="两处标记都叫 book/c01"):
        check_references([translate(), translate()])
