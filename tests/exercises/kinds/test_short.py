"""Short answer: written freely, then compared by the learner with model points."""

import pytest

from exercises import BankError
from exercises.kinds.short.sheet import question
from tests.exercises.banks import one_item

SHORT = """\
- id: c07-explain
  kind: short
  objective: c07-o1
  level: understand
  source: [p13.s01-s02]
  stem: 说明讲话为什么此时强调抓好今年的任务。
  points:
    - text: 年中，许多地方还有换届任务
      source: [p13.s01]
      feedback: 原文是“现在已经到了年中，很多地方还面临着换届工作任务”。
    - text: 中央巡视开始收官
      source: [p13.s02]
      feedback: 原文是“十九届中央巡视工作开始进入收官阶段”。
    - text: 关系到高质量完成任务
      source: [p13.s02]
      feedback: 原文是“对高质量完成巡视任务十分重要”。
  lines: 4
"""


@pytest.fixture
def item(tmp_path):
    return one_item(tmp_path, SHORT)


@pytest.mark.parametrize(
    ("response", "score", "state", "summary"),
    [
        ({"a": "ticked", "b": "ticked", "c": "ticked"}, 3, "correct", "写到 3 点"),
        ({"text": "收官", "b": "ticked"}, 1, "partial", "写到 1 点，没写到 2 点"),
        ({"text": "因为收官"}, 0, "wrong", "没写到 3 点"),
        ({"text": "因为收官", "a": "x"}, 0, "wrong", "没写到 3 点"),
        ({"text": " 。"}, 0, "unanswered", ""),
        ({}, 0, "unanswered", ""),
    ],
)
def test_the_ticked_points_are_what_counts(item, response, score, state, summary):
    grade = item.rubric().grade(response)
    assert (grade.score, grade.state, grade.summary) == (score, state, summary)


def test_what_was_written_is_neither_marked_nor_asked_for(item):
    grade = item.rubric().grade({"text": "收官", "b": "ticked"})
    assert [(slot.slot, slot.mark) for slot in grade.slots] == [
        ("a", "missed"),
        ("b", "right"),
        ("c", "missed"),
    ]
    assert item.rubric().right_response() == dict.fromkeys("abc", "ticked")
    assert item.rubric().wrong_response() == {"text": "×"}


def test_each_point_names_its_sentences(item):
    assert [point["sentences"] for point in item.face()["points"]] == [
        ["p13.s01"],
        ["p13.s02"],
        ["p13.s02"],
    ]


def test_on_paper_there_are_lines_to_write_on(item):
    (lines,) = question(item)
    assert lines["count"] == 4


def test_the_teachers_answer_has_points_and_reasons(item):
    assert item.key().startswith("（1）年中，许多地方还有换届任务　（2）中央")
    assert [reason.label for reason in item.reasons()] == ["（1）", "（2）", "（3）"]


def test_an_answer_is_put_into_words(item):
    assert item.describe("text", "因为收官") == "因为收官"
    assert item.describe("b", "ticked") == "勾选“中央巡视开始收官”"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("source: [p13.s01]", "source: [p13.s03]", "p13.s03 不在题目的 source 里"),
        ("text: 关系到高质量完成任务", "text: 中央巡视开始收官", "有两个要点都是"),
        ("text: 关系到高质量完成任务", "text: 抓好今年的任务", "题干已写出第 3 个要点"),
        ("source: [p13.s01-s02]", "source: [p13]", "没有要点用到 source 里的 p13.s03"),
        ("lines: 4", "lines: 1", "lines：至少是 2"),
        ("开始进入收官阶段”", "进入收官阶段”", "与讲话原文不符"),
    ],
)
def test_a_faulty_short_answer_is_refused(tmp_path, old, new, message):
    with pytest.raises(BankError, match=message):
        one_item(tmp_path, SHORT.replace(old, new))
