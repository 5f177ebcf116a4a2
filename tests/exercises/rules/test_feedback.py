"""Feedback addresses the choice first, and cites places after that."""

import pytest

from exercises.rules.feedback import feedbacks, only_places
from tests.exercises.banks import CLOZE, one_item, single
from tests.exercises.rules.checking import broken


@pytest.mark.parametrize(
    "text",
    [
        "第13段第2句说到收官，与此不同，请再看。",
        "原文是“收官阶段”，不是试点，差得很远。",
        "讲话第13段说到收官，这里问的是别的事。",
        "讲话的原话是“收官阶段”，这是对巡视工作说的。",
        "见第13段第2句，那里才说到收官。",
        "（见第13段第2句）那里才说到收官的事情。",
        "说的是各地本届党委，同这里没有关系的。",
        "这句说的是各地本届党委，不是中央巡视。",
        "这话在第13段，说的是中央巡视工作。",
        "“收官阶段”在第13段，不是在这里说到。",
        "梳理汇总在第19段末句，那是报送以后的事。",
        "意思近，但讲话用它说的是另一件事。",
        "后一件不错；前一件在第4句说到，见第13段第2句。",
        "他的话出自那次会议；这五个把握出自另一个会议。",
    ],
)
def test_a_feedback_that_begins_with_a_place_or_says_no_more_is_found(text):
    assert only_places(text, "讲话")


@pytest.mark.parametrize(
    "text",
    [
        "先审计报告、再抽人，是单向地用审计；讲话还要求双向协作，见第17段第5句。",
        "这样安排会赶了时间、丢了质量，第14段第3句要两样都顾到。",
        "你看的是谁先懂得，年纪和官位都没有算进去。",
        "讲话说“收官阶段”，可见此时已近末尾（第13段第2句）。",
        "见识广不等于有依据，还要拿事实来说话。",
        "这样答，组织部门会以为自己没有责任，见第7段第12句。",
        "在外出差不是不登记的理由，登记靠的是制度。",
    ],
)
def test_a_feedback_with_a_reason_is_none(text):
    assert not only_places(text, "讲话")


def test_the_texts_of_gaps_and_of_wrong_words_are_feedback(tmp_path):
    texts = feedbacks(one_item(tmp_path, CLOZE))
    assert len(texts) == 3
    assert "原文说的不是标准，而是“高质量完成巡视任务”。" in texts


REASON = "这样选，就看漏了时间：十九届已经走到最后，不会再试点。"
PLACED = "第13段第2句说的是收官，不是试点阶段，也不是部署。"


def answered(name, placed):
    """Return an item whose first feedback texts, this many, begin with a place."""
    item = single(name)
    lines = iter([PLACED] * placed + [REASON] * 9)
    return "".join(
        f"      feedback: {next(lines)}\n" if "feedback:" in line else line
        for line in item.splitlines(keepends=True)
    )


def test_more_than_one_in_ten_is_too_much(tmp_path):
    items = [answered("one", 2), answered("two", 0)]
    (fault,) = broken(tmp_path, "feedback-place", *items)
    assert "2 / 8 条（25%），最多的是：c07-one（2 条）" in fault.message


def test_one_in_ten_passes(tmp_path):
    items = [answered("one", 1), *(answered(f"n{n}", 0) for n in range(4)), answered("six", 1)]
    # 2 of 24 feedback texts.
    assert not broken(tmp_path, "feedback-place", *items)
