"""Translation of small doctrees to calls of the template's functions."""

from __future__ import annotations

import pytest
from docutils import nodes

from course.counting import Counting
from exercises.sheet import (
    VOCABULARY,
    NoPrintedFormError,
    exercise,
    exercise_blank,
    exercise_branch,
    exercise_entries,
    sheet,
)
from publishing.errors import CourseError
from publishing.handout.composition import known_targets
from publishing.handout.translator import TypstTranslator
from publishing.reading.nodes import run_of
from tests.handout.doctrees import entry, every_form, translate
from tests.this_course import load_bank, load_speech


def test_a_node_without_a_form_in_print_stops_the_build_and_is_named() -> None:
    image = nodes.image(uri="a.png", alt="图")
    image.line = 7
    with pytest.raises(CourseError, match=r"book/c01\.md:7：书里不排图片“图”；请删去"):
        translate(nodes.paragraph("", "", image))


def test_a_picture_without_words_is_named_by_its_file() -> None:
    image = nodes.image(uri="a.png")
    image.line = 7
    with pytest.raises(CourseError, match=r"book/c01\.md:7：书里不排图片a\.png；请删去"):
        translate(nodes.paragraph("", "", image))


def test_an_item_without_a_printed_form_is_named_with_the_mend(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    item = load_bank().item("c10-steps")
    monkeypatch.setattr(f"exercises.kinds.{item.kind}.sheet.question", lambda _: [])
    told = f"题目 c10-steps 是{item.own_label}，.*没有纸面形式；请在 .*{item.kind}/sheet.py 里写"
    with pytest.raises(NoPrintedFormError, match=told):
        sheet(item, [])


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
    chapter = translate(run_of(sentences, Counting(), primary=True))
    appendix = translate(run_of(sentences, Counting(), primary=False))
    assert "book/c01#p05-s02" in chapter.labels
    assert not [label for label in appendix.labels if "p05" in label]


@pytest.mark.parametrize("word", VOCABULARY, ids=lambda word: word.__name__)
def test_every_word_of_the_vocabulary_has_a_form_in_print(word: type[nodes.Element]) -> None:
    assert hasattr(TypstTranslator, f"visit_{word.__name__}")
    assert next(every_form().findall(word))


def test_a_word_that_print_does_not_know_stops_the_build() -> None:
    class Novelty(nodes.Part, nodes.TextElement):
        pass

    novel = every_form()
    novel.insert(1, Novelty("", "新写法"))
    with pytest.raises(CourseError, match="打印讲义不会排 Novelty（“新写法”）"):
        translate(novel)


def test_a_tree_is_one_call_with_its_branches_as_arguments() -> None:
    blank = exercise_blank("", number=1, width=4)
    tree = exercise_branch("", entry("根"), exercise_branch("", entry("枝", blank)))
    assert translate(tree).markup.endswith(
        "#tree(\n"
        '(label: "", room: "none", body: [#"根";]),\n'
        "branch(\n"
        '(label: "", room: "none", body: [#"枝";#blank(1, 4);]),\n'
        "),\n"
        ")\n"
    )


def test_lists_side_by_side_are_arguments_of_one_call() -> None:
    left = exercise_entries("", entry("左", label="1", room="rule"), style="plain")
    right = exercise_entries("", entry("右", label="A"), style="plain")
    both = exercise_entries("", left, right, style="two-columns")
    assert translate(both).markup.endswith(
        "#side-by-side(\n"
        '(\n(label: "1", room: "rule", body: [#"左";]),\n),\n'
        '(\n(label: "A", room: "none", body: [#"右";]),\n),\n'
        ")\n"
    )


def test_the_back_of_a_card_is_set_aside_for_the_sheets_to_cut_out() -> None:
    page = translate(every_form())
    assert "正面" in page.markup
    assert "背面" not in page.markup
    assert page.cards_markup == (
        '(exercise: "book/c01#ex-one", number: "1-1", stem: "题干", '
        'front: "正面", back: ("背面", )),\n'
    )


def test_an_answer_is_kept_out_of_the_page() -> None:
    item = load_bank().item("c10-steps")
    node = exercise(
        "", *sheet(item, []), item=item.id, kind=item.kind, label=item.own_label, number="1-2",
        ids=["ex-c10-steps"],
    )  # fmt: skip
    page = translate(node)
    for reason in item.reasons():
        assert reason.text not in page.markup
        assert reason.text in page.answers_markup


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


def test_spaces_beside_a_citation_go_since_its_brackets_part_it() -> None:
    cites = [nodes.reference("", "某句", internal=True, classes=["cite"], refid="id1")] * 2
    paragraph = nodes.paragraph("", "甲 ", cites[0].deepcopy(), nodes.Text(" 、 "), cites[1])
    markup = translate(paragraph).markup
    assert '#"甲";#citation' in markup
    assert '];#"、";#citation' in markup


def test_a_link_that_leads_nowhere_stops_the_build() -> None:
    link = nodes.reference("", "某章", internal=True, refuri="book/c99")
    page = translate(nodes.paragraph("", "", link))
    with pytest.raises(CourseError, match="book/c99"):
        known_targets([page]).check(page.references)


def test_two_targets_of_one_name_stop_the_build() -> None:
    with pytest.raises(CourseError, match="两处标记都叫 book/c01"):
        known_targets([translate(), translate()])
