"""Answers as typed by markers, for each kind."""

from __future__ import annotations

from fractions import Fraction

import pytest

from exercises.kinds.registry import kinds
from exercises.marking.asked import Asked, all_asked
from exercises.marking.faults import UnreadableError
from exercises.marking.hook import reader_of
from exercises.marking.readers import given_points
from exercises.papers import Question, sample
from tests.exercises.marking.classes import ALL_KINDS
from tests.exercises.marking.typing_answers import typed
from tests.this_course import load_bank

BY_KIND: dict[str, list[Asked]] = {}
for one in [
    one
    for seed in "1234"
    for form in "AB"
    for one in all_asked(sample(ALL_KINDS, load_bank(), seed, form))
]:
    BY_KIND.setdefault(one.item.kind, []).append(one)


def test_every_kind_that_a_paper_asks_is_here():
    assert set(BY_KIND) == {kind for kind, item in kinds().items() if not item.self_rated}


@pytest.mark.parametrize("kind", sorted(BY_KIND))
def test_what_is_right_on_paper_earns_all_and_what_is_wrong_nothing(kind):
    for one in BY_KIND[kind]:
        right, wrong = one.rubric.right_response(), one.rubric.wrong_response()
        read = one.reader.read(typed(one.item, right))
        assert read.response == right, one.item.id
        assert one.rubric.grade(read.response).state == "correct"
        read = one.reader.read(typed(one.item, wrong))
        assert one.rubric.grade(read.response).score == 0, one.item.id
        assert read.chosen


@pytest.mark.parametrize("kind", ["single", "multiple", "scenario", "evidence", "true-false"])
def test_the_letters_are_those_of_the_printed_key(kind):
    for one in BY_KIND[kind]:
        key = one.item.key().replace("，不用改", "").replace("，", "").replace("1. ", "")
        if kind == "scenario":
            key = "".join(letter for letter in key if letter.isalpha())
        if kind == "evidence":
            key = key.replace("；依据：", "；")
        read = one.reader.read(key)
        assert one.rubric.grade(read.response).state == "correct", one.item.key()


def test_the_numbers_in_the_boxes_of_an_ordering_are_an_answer_too():
    for one in BY_KIND["ordering"]:
        places = {step.text: n for n, step in enumerate(one.item.steps, start=1)}
        boxes = "".join(str(places[step.text]) for _, step in one.item.lettered())
        assert one.rubric.grade(one.reader.read(boxes).response).state == "correct"


def test_the_groups_of_cards_are_read_in_the_order_of_print():
    for one in BY_KIND["categorise"]:
        names = [group.name for group in one.item.groups]
        letters = "".join("ABCD"[names.index(card.group)] for _, card in one.item.printed())
        assert one.rubric.grade(one.reader.read(letters).response).state == "correct"


def test_the_numbers_of_the_reasons_are_marks():
    for one in BY_KIND["mark"]:
        numbers = [n for n, reason in enumerate(one.item.reasons(), start=1) if reason.right]
        for separator in ("；", "、"):
            read = one.reader.read(separator.join(map(str, numbers)))
            assert one.rubric.grade(read.response).state == "correct"


@pytest.mark.parametrize(
    ("kind", "text", "same"),
    [
        ("single", " ｂ ", "B"),
        ("multiple", "ａ、Ｃ", "AC"),
        ("multiple", "c，a", "AC"),
        ("true-false", "对", "√"),
        ("true-false", "x ｂ", "×B"),
        ("true-false", "✗，B", "×B"),
        ("scenario", "ａ—", "A-"),
        ("matching", "ａ b－ｃ", "AB-C"),
    ],
)
def test_full_width_and_other_ways_of_writing_are_the_same(kind, text, same):
    one = next(
        one
        for one in BY_KIND[kind]
        if kind not in {"scenario", "matching"} or len(one.rubric.slots) == len(same)
    )
    assert one.reader.read(text) == one.reader.read(same)


def test_part_of_an_answer_earns_part():
    one = BY_KIND["scenario"][0]
    letters = typed(one.item, one.rubric.right_response())
    grade = one.rubric.grade(one.reader.read(letters[:-1] + "-").response)
    assert grade.score == grade.max - 1
    one = BY_KIND["tree"][0]
    words = typed(one.item, one.rubric.right_response()).split("；")
    grade = one.rubric.grade(one.reader.read("；".join(["", *words[1:]])).response)
    assert grade.score == grade.max - 1


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("single", "AB", "一个字母"),
        ("single", "G", "A–"),
        ("single", "？", "一个字母"),
        ("multiple", "AXC", "中的字母"),
        ("multiple", "AA", "写了两次"),
        ("true-false", "B", "应写 √"),
        ("true-false", "√B", "判为对的不选改法"),
        ("true-false", "×Z", "应写 √"),
        ("tree", "一个词", "各空用；隔开"),
        ("matching", "A", "依次写"),
        ("categorise", "AB", "依次写"),
        ("scenario", "A", "依次写"),
        ("ordering", "AAB", "个数字或字母"),
        ("mark", "没有的词语", "不是题里能划的一处"),
        ("evidence", "X；1-1", "判断的字母"),
        ("evidence", "A；99-1", "不在题里"),
        ("evidence", "A；乱写", "不在题里"),
    ],
)
def test_what_cannot_be_read_is_refused_with_how_to_write_it(kind, text, told):
    with pytest.raises(UnreadableError, match=told):
        BY_KIND[kind][0].reader.read(text)


def test_an_ordering_that_holds_a_place_twice_is_refused():
    one = BY_KIND["ordering"][0]
    with pytest.raises(UnreadableError, match="写了两次"):
        one.reader.read("1" * len(one.item.steps))


def test_a_word_that_is_on_no_list_is_refused_unless_said_to_be_the_learners():
    one = BY_KIND["tree"][0]
    rest = "；" * (len(one.item.gaps) - 1)
    with pytest.raises(UnreadableError, match="不在这题的词表里"):
        one.reader.read(f"乱写的词{rest}")
    assert one.rubric.grade(one.reader.read(f"其他{rest}").response).score == 0


def test_a_marker_gives_the_points_of_what_no_rubric_grades():
    item = next(item for item in load_bank() if item.kind == "short")
    reader = reader_of(Question(1, item, 6, ""), item)
    assert reader.read("４.５ 分").points == Fraction(9, 2)
    for text in ("7", "-1", "4.3", "五", "1/2"):
        with pytest.raises(UnreadableError, match="0 到 6"):
            reader.read(text)
    assert given_points(2).read("0").points == 0
