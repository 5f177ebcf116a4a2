"""Cloze: a quotation of the speech with gaps."""

import pytest

from exercises import BankError
from tests.exercises.banks import CLOZE, one_item


@pytest.fixture
def item(tmp_path):
    return one_item(tmp_path, CLOZE)


@pytest.mark.parametrize(
    ("response", "score", "summary"),
    [
        ({"1": "巡视", "2": "高质量"}, 2, "填对 2 空"),
        ({"1": " 巡 视", "2": "“高质量”。"}, 2, "填对 2 空"),
        ({"1": "巡视", "2": "高质"}, 2, "填对 2 空"),
        ({"1": "巡视"}, 1, "填对 1 空，未填 1 空"),
        ({"1": "巡察", "2": "高质量"}, 1, "填对 1 空，填错 1 空"),
    ],
)
def test_each_gap_counts_for_itself(item, response, score, summary):
    grade = item.rubric().grade(response)
    assert (grade.score, grade.summary) == (score, summary)


def test_a_foreseen_mistake_has_its_own_reason(item):
    grade = item.rubric().grade({"1": "巡视", "2": "高标准"})
    assert grade.slots[1].feedback.startswith("原文说的不是标准")


def test_any_other_mistake_has_the_gaps_reason(item):
    grade = item.rubric().grade({"1": "巡察"})
    assert grade.slots[0].feedback == "原文是“各地本届党委巡视任务也即将完成”。"


def test_blanks_are_wide_enough_and_even(item):
    assert [part for part in item.face()["segments"] if "gap" in part] == [
        {"gap": "1", "width": 4},
        {"gap": "2", "width": 4},
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("各地本届党委{1}", "各省本届党委{1}", "不是 source 所引句子的原文"),
        ("{1}任务", "巡视任务", "空应依次写作 .1..2."),
        ("高标准:", "高质量:", "既列为答案又列为错答"),
        ("  stem:", "  words: []\n  stem:", "字段 words：至少要 1 项"),
        ("  stem:", "  words: [巡视, 督导]\n  stem:", "干扰词 巡视 就是答案"),
        ("  stem:", "  words: [联动, 督导]\n  stem:", "错答 高标准 不在词表里"),
    ],
)
def test_a_faulty_cloze_is_refused(tmp_path, old, new, message):
    with pytest.raises(BankError, match=message):
        one_item(tmp_path, CLOZE.replace(old, new))


def test_with_a_word_list_a_wrong_response_is_a_word_of_it(tmp_path):
    item = one_item(tmp_path, CLOZE.replace("  stem:", "  words: [高标准, 联动]\n  stem:"))
    wrong = item.rubric().wrong_response()
    assert set(wrong.values()) <= set(item.word_list())
    assert item.rubric().grade(wrong).state == "wrong"


def test_the_word_list_holds_answers_and_distractors_in_an_order_that_tells_nothing(tmp_path):
    item = one_item(tmp_path, CLOZE.replace("  stem:", "  words: [高标准, 联动]\n  stem:"))
    assert item.face()["words"] == sorted(["巡视", "高质量", "高标准", "联动"])
