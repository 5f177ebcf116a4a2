"""No item's stem answers its neighbour on the page."""

import pytest

from tests.exercises.banks import (
    CLOZE,
    FILE_OF_BANK,
    HEADER,
    MULTIPLE,
    SINGLE,
    one_item,
    single,
    write_bank,
)
from tests.exercises.kinds.test_flashcard import FLASHCARD
from tests.exercises.kinds.test_mark import MARK
from tests.exercises.kinds.test_scenario import SCENARIO
from tests.exercises.kinds.test_short import SHORT
from tests.exercises.kinds.test_tree import TREE
from tests.exercises.rules.checking import broken


def asking(stem):
    return single("telling", texts=["甲项", "乙项", "丙项"], stem=stem)


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        (SINGLE, "收官阶段"),
        (MULTIPLE, "梳理重点工作进展"),
        (CLOZE, "届党委巡视"),
        (CLOZE, "高质量完成巡"),
        (SCENARIO, "以贯彻上下联动意见为契机"),
    ],
)
def test_a_stem_that_holds_a_key_is_named(tmp_path, item, answer):
    (fault,) = broken(tmp_path, "giveaway", item, asking(f"谈到{answer}时，讲话怎样说？"))
    assert fault.item == "c07-telling"
    assert f"的答案“{answer}”" in fault.message


def test_the_order_of_the_items_does_not_matter(tmp_path):
    assert broken(tmp_path, "giveaway", asking("收官阶段时，讲话怎样说？"), SINGLE)


def test_a_scene_tells_as_a_stem_does(tmp_path):
    telling = SCENARIO.replace("scene: 换届在即", "scene: 收官阶段，换届在即")
    (fault,) = broken(tmp_path, "giveaway", SINGLE, telling)
    assert fault.item == "c07-walk"


def test_a_short_word_alone_tells_nothing(tmp_path):
    # The first gap's answer is 巡视, which many a stem must say.
    assert not broken(tmp_path, "giveaway", CLOZE, asking("谈到巡视时，讲话怎样说？"))


def test_another_page_may_say_it(tmp_path):
    telling = asking("收官阶段时，讲话怎样说？")
    write_bank(tmp_path, telling.replace("c07", "c08"), header=HEADER.replace("c07", "c08"))
    file = tmp_path / FILE_OF_BANK
    file.rename(file.with_name("c08.yml"))
    assert not broken(tmp_path, "giveaway", SINGLE)


@pytest.mark.parametrize("item", [FLASHCARD, MARK, SHORT, TREE])
def test_the_answers_of_other_kinds_are_known(tmp_path, item):
    folder = tmp_path / "one"
    folder.mkdir()
    answer = max(one_item(folder, item).answers(), key=len)
    (fault,) = broken(tmp_path, "giveaway", item, asking(f"谈到{answer.strip('。')}时怎样说？"))
    assert fault.item == "c07-telling"
