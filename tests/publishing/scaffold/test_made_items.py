"""The exercises made for a course obey every rule, however large the course is."""

from collections import Counter
from itertools import pairwise

import pytest

from course import Course
from exercises import load_bank
from tests.publishing.scaffold.making import make
from tests.publishing.scaffold.texts import LARGER, PLAIN


@pytest.mark.parametrize("text", LARGER.values(), ids=LARGER)
def test_the_items_of_a_larger_text_pass_the_checks_of_new(tmp_path, text):
    # `new` applies all rules before it leaves a course.
    assert load_bank(Course.at(make(tmp_path / "made", text)))


def test_items_on_understanding_are_spread_over_a_larger_course(tmp_path):
    bank = load_bank(Course.at(make(tmp_path / "made", LARGER["13 chapters"])))
    assert Counter(item.level for item in bank) == {"understand": 9, "apply": 17}
    asking = [
        number
        for number, chapter in enumerate(bank.chapters)
        if any(item.level == "understand" for item in chapter.items)
    ]
    assert {later - first for first, later in pairwise(asking)} == {1, 2}


def test_a_small_course_asks_for_words_wherever_it_can(tmp_path):
    bank = load_bank(Course.at(make(tmp_path / "made", PLAIN)))
    assert [item.kind for item in bank] == ["cloze", "short"] * 2


def test_no_answer_is_asked_for_twice_and_what_is_left_is_explained(tmp_path):
    bank = load_bank(Course.at(make(tmp_path / "made", LARGER["chapters of one sentence"])))
    answers = [answer for item in bank if item.kind == "cloze" for answer in item.answers()]
    assert sorted(answers) == ["学而时习之不亦说乎", "有朋自远方来不亦乐乎"]
    explained = [item.id for item in bank if item.kind == "short" and item.level == "understand"]
    assert len(explained) == 12
