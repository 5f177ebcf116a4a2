"""Items ask about content, and do not send readers to a paragraph by its number."""

import pytest

from exercises.rules.place_numbers import numbered_place
from tests.exercises.banks import single
from tests.exercises.kinds.test_scenario import SCENARIO
from tests.exercises.rules.checking import broken


@pytest.mark.parametrize(
    ("stem", "place"),
    [
        ("第10段说到什么？", "第10段"),
        ("按第七句，由谁来做？", "第七句"),
        ("第三章说到什么？", "第三章"),
        ("第5段第20、21句各说什么？", "第5段"),
        ("照第4—5段，怎样答复？", "第4—5段"),
        ("p07.s02 说到什么？", "p07.s02"),
        ("p07说到什么？", "p07"),
    ],
)
def test_a_place_that_is_named_by_number_is_found(stem, place):
    assert numbered_place([stem]) == place


@pytest.mark.parametrize(
    "stem",
    [
        "第一部分收束的时候，讲话怎样说？",
        "组长的第一句话是什么？",
        "第一步做什么？",
        "讲话说“第10段”，是什么意思？",
        "第二季度怎样安排？",
        "mp3 怎样保存？",
    ],
)
def test_other_numbers_and_quotations_are_let_alone(stem):
    assert not numbered_place([stem])


def stems(named, others):
    numbered = [single(f"n{n}", stem="第13段说到什么阶段？") for n in range(named)]
    return [*numbered, *(single(f"o{n}") for n in range(others))]


def test_too_many_stems_with_numbers_are_named(tmp_path):
    (fault,) = broken(tmp_path, "numbers-in-stems", *stems(2, 37))
    assert "2 / 39 题（5%）：c07-n0（第13段）、c07-n1（第13段）" in fault.message


def test_one_stem_in_twenty_may_have_a_number(tmp_path):
    assert not broken(tmp_path, "numbers-in-stems", *stems(2, 38))


def test_what_is_asked_besides_the_stem_counts_and_an_item_once(tmp_path):
    item = SCENARIO.replace("scene: 换届在即", "scene: 照第13段和第14段，换届在即")
    (fault,) = broken(tmp_path, "numbers-in-stems", item, *stems(1, 0))
    assert "2 / 2 题（100%）：c07-walk（第13段）、c07-n0（第13段）" in fault.message


def test_one_alone_is_never_too_many(tmp_path):
    assert not broken(tmp_path, "numbers-in-stems", *stems(1, 0))


@pytest.mark.parametrize(
    ("old", "new"),
    [("scene: 换届在即", "scene: 照第13段，换届在即"), ("question: ", "question: 按第3句，")],
)
def test_a_step_that_names_a_place_is_named(tmp_path, old, new):
    assert old in SCENARIO
    (fault,) = broken(tmp_path, "numbers-in-steps", SCENARIO.replace(old, new, 1))
    assert fault.item == "c07-walk"
    assert "情境的一步写出了“第" in fault.message


def test_steps_without_numbers_pass_and_a_stem_is_no_step(tmp_path):
    assert not broken(tmp_path, "numbers-in-steps", SCENARIO, *stems(1, 0))
