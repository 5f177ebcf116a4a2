"""Multiple choice: all keys should be picked, and each wrong pick costs a point."""

import pytest

from exercises import BankError
from tests.exercises.banks import MULTIPLE, one_item

PICKED = "picked"


@pytest.fixture
def item(tmp_path):
    return one_item(tmp_path, MULTIPLE)


@pytest.mark.parametrize(
    ("picked", "score", "state", "summary"),
    [
        ("abc", 3, "correct", "选对 3 项"),
        ("ab", 2, "partial", "选对 2 项，漏选 1 项"),
        ("abcd", 2, "partial", "选对 3 项，错选 1 项"),
        ("ad", 0, "wrong", "选对 1 项，错选 1 项，漏选 2 项"),
        ("", 0, "unanswered", ""),
    ],
)
def test_partial_credit_is_counted_out(item, picked, score, state, summary):
    grade = item.rubric().grade(dict.fromkeys(picked, PICKED))
    assert (grade.score, grade.max, grade.state, grade.summary) == (score, 3, state, summary)


def test_an_option_rightly_left_alone_is_not_mentioned(item):
    grade = item.rubric().grade(dict.fromkeys("abc", PICKED))
    assert [slot.slot for slot in grade.slots] == ["a", "b", "c"]


def test_the_key_is_printed_by_letters(item):
    assert item.key() == "A、B、C"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "text: 照搬中央巡视做法",
            "text: 照搬中央巡视做法\n      key: true",
            "至少要有一个错误选项",
        ),
        ("      key: true\n", "", "至少要 2 个选项写 key: true"),
    ],
)
def test_keys_and_distractors_are_both_needed(tmp_path, old, new, message):
    with pytest.raises(BankError, match=message):
        one_item(tmp_path, MULTIPLE.replace(old, new))
