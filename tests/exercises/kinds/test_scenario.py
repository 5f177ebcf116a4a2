"""Scenario: a work situation with two to four consecutive decisions."""

import pytest

from exercises import BankError
from exercises.words import question
from tests.exercises.banks import one_item

SCENARIO = """\
- id: c07-walk
  kind: scenario
  objective: c07-o1
  level: apply
  source: [p13.s03]
  stem: 某省巡视办安排下半年的工作。依次作出决定。
  steps:
    - scene: 换届在即，手头的工作很多。
      question: 先做什么？
      options:
        - text: 另起一套计划
          feedback: 讲话要求“结合本地区实际，梳理重点工作进展”，没有说另起一套。
          consequence: 两套计划摆在一起。
        - text: 梳理重点工作进展
          key: true
          feedback: 讲话要求“结合本地区实际，梳理重点工作进展”，再科学谋划安排。
          consequence: 一张进度表贴了出来。
        - text: 等换届以后再说
          feedback: 讲话说抓好今年任务“对高质量完成巡视任务十分重要”，不能等。
          consequence: 日历翻了一页。
    - scene: 过了一周，有人问今年以什么为契机。
      question: 怎样回答？
      options:
        - text: 以贯彻上下联动意见为契机
          key: true
          feedback: 原文是“以贯彻上下联动意见为契机，结合本地区实际”。
          consequence: 问的人点了点头。
        - text: 以举办专题培训班为契机
          feedback: 讲话说的契机是贯彻上下联动意见，不是培训班。
          consequence: 问的人记下了培训班。
        - text: 以召开全国会议为契机
          feedback: 全国巡视工作会议是“五个着力”的出处，不是这里的契机。
          consequence: 问的人记下了会议。
"""


@pytest.fixture
def item(tmp_path):
    return one_item(tmp_path, SCENARIO)


@pytest.mark.parametrize(
    ("response", "score", "state", "summary"),
    [
        ({"1": "b", "2": "a"}, 2, "correct", "2 步决定得当"),
        ({"1": "b", "2": "c"}, 1, "partial", "1 步决定得当，1 步有偏差"),
        ({"1": "b"}, 1, "partial", "1 步决定得当，1 步没有决定"),
        ({"1": "a", "2": "z"}, 0, "wrong", "2 步有偏差"),
        ({}, 0, "unanswered", ""),
    ],
)
def test_each_decision_counts_for_itself(item, response, score, state, summary):
    grade = item.rubric().grade(response)
    assert (grade.score, grade.state, grade.summary) == (score, state, summary)


def test_the_face_tells_what_follows_and_not_what_is_right(item):
    first, second = item.face()["steps"]
    assert first["consequences"] == {
        "a": "两套计划摆在一起。",
        "b": "一张进度表贴了出来。",
        "c": "日历翻了一页。",
    }
    assert "科学谋划" not in str(first)
    assert second["question"] == "怎样回答？"


def test_on_paper_each_question_follows_its_scene(item):
    printed = question(item)
    parts = ["换届在即", "1. 先做什么？", "A. 另起", "过了一周", "2. 怎样回答？", "A. 以贯彻"]
    places = [printed.index(part) for part in parts]
    assert places == sorted(places)
    assert "进度表" not in printed


def test_the_teachers_answer_has_every_reason_and_what_follows(item):
    assert item.key() == "1. B　2. A"
    labels = [(reason.label, reason.right) for reason in item.reasons()]
    assert labels[:2] == [("1A", False), ("1B", True)]
    assert item.reasons()[1].text.endswith("（接着：一张进度表贴了出来。）")


def test_a_decision_is_put_into_words(item):
    assert item.describe("2", "a") == "第2步：以贯彻上下联动意见为契机"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("text: 等换届以后再说", "text: 另起一套计划", "有两个选项都是"),
        ("consequence: 日历翻了一页。", "consequence: 两套计划摆在一起。", "consequence 相同"),
        ("          consequence: 日历翻了一页。\n", "", "缺少这一项"),
        ("question: 怎样回答？", "question: 先做什么？", "问的是同一句话"),
        ("scene: 过了一周，", "scene: 会上先梳理重点工作进展，", "写出了第 1 步的答案"),
        ("          key: true\n", "", "有且只有一个选项写 key: true，现有 0 个"),
        ("“以贯彻上下联动意见为契机，", "“以贯彻意见为契机，", "与讲话原文不符"),
    ],
)
def test_a_faulty_scenario_is_refused(tmp_path, old, new, message):
    with pytest.raises(BankError, match=message):
        one_item(tmp_path, SCENARIO.replace(old, new))


def test_the_key_may_not_always_be_at_the_same_place(tmp_path):
    first, second = "text: 另起一套计划\n", "text: 梳理重点工作进展\n          key: true\n"
    moved = SCENARIO.replace(second, "text: 梳理重点工作进展\n")
    moved = moved.replace(first, first + "          key: true\n")
    with pytest.raises(BankError, match="各步的正确选项都是第 1 个"):
        one_item(tmp_path, moved)


def test_one_step_is_no_scenario(tmp_path):
    with pytest.raises(BankError, match="至少要 2 项"):
        one_item(tmp_path, SCENARIO[: SCENARIO.index("    - scene: 过了一周")])
