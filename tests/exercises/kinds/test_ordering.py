"""Ordering: each position is graded by itself."""

import pytest

from exercises import BankError
from tests.exercises.banks import one_item

ORDERING = """\
- id: c07-order
  kind: ordering
  objective: c07-o1
  level: remember
  source: [p13.s01-s03]
  stem: 按讲话的次序排列。
  steps:
    - text: 年中
      feedback: 原文是“现在已经到了年中”，在这一段的第1句。
    - text: 收官
      feedback: 原文是“十九届中央巡视工作开始进入收官阶段”，在第2句。
    - text: 契机
      feedback: 原文是“以贯彻上下联动意见为契机”，在第3句的前半。
    - text: 部署
      feedback: 原文是“重点抓好以下6方面工作”，在第3句的末尾。
"""


@pytest.fixture
def item(tmp_path):
    return one_item(tmp_path, ORDERING)


def in_order(item, *texts):
    ids = {step.text: id_ for id_, step in item.lettered()}
    return {str(place): ids[text] for place, text in enumerate(texts, start=1)}


@pytest.mark.parametrize(
    ("texts", "score", "state", "summary"),
    [
        (["年中", "收官", "契机", "部署"], 4, "correct", "4 项位置对"),
        (["年中", "收官", "部署", "契机"], 2, "partial", "2 项位置对，2 项位置不对"),
        (["收官", "契机", "部署", "年中"], 0, "wrong", "4 项位置不对"),
        (["年中", "收官"], 2, "partial", "2 项位置对，2 项没有排"),
    ],
)
def test_each_position_counts_for_itself(item, texts, score, state, summary):
    grade = item.rubric().grade(in_order(item, *texts))
    assert (grade.score, grade.state, grade.summary) == (score, state, summary)


def test_the_wrong_response_is_an_order_of_all_steps(item):
    wrong = item.rubric().wrong_response()
    assert sorted(wrong.values()) == ["a", "b", "c", "d"]
    assert item.rubric().grade(wrong).score == 0


@pytest.mark.parametrize("number", range(30))
def test_paper_never_gives_the_right_order(tmp_path, number):
    item = one_item(tmp_path, ORDERING.replace("c07-order", f"c07-order-{number}"))
    printed = [step.text for _, step in item.lettered()]
    assert sorted(printed) == sorted(step.text for step in item.steps)
    assert printed != [step.text for step in item.steps]


def test_the_face_is_in_the_order_of_paper(item):
    assert item.face()["steps"] == [{"id": id_, "text": step.text} for id_, step in item.lettered()]


def test_the_key_gives_the_letters_in_order(item):
    right = item.rubric().right_response()
    assert item.key() == " → ".join(id_.upper() for id_ in right.values())
    assert [why.text[:2] for why in item.reasons()] == ["年中", "收官", "契机", "部署"]


def test_a_response_is_put_into_words(item):
    right = item.rubric().right_response()
    assert item.describe("1", right["1"]) == "第1：年中"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("text: 收官", "text: 年中", "“年中”写了两次"),
        ("按讲话的次序排列。", "年中、收官、契机、部署，次序如何？", "题干已按次序写出各项"),
    ],
)
def test_a_faulty_item_is_refused(tmp_path, old, new, message):
    with pytest.raises(BankError, match=message):
        one_item(tmp_path, ORDERING.replace(old, new))
