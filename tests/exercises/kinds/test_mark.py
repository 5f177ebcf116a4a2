"""Marking: every key is to be marked, and a wrong mark costs."""

import pytest

from exercises import BankError
from exercises.kinds.mark.sheet import question
from tests.exercises.banks import one_item

MARKED = "marked"

MARK = """\
- id: c07-gatekeepers
  kind: mark
  objective: c07-o1
  level: understand
  source: [p18.s07-s08]
  stem: 选拔时由谁把关？
  text: 巡视干部一旦发现问题，必须严肃处理……特别是在选拔巡视组组长、巡视办主任时，纪检监察机关、组织部门都要把好关。
  spans:
    - text: 纪检监察机关
      key: true
      feedback: 把好关的主语之一，原文是“纪检监察机关、组织部门都要把好关”。
    - text: 组织部门
      key: true
      feedback: 把好关的主语之二，原文是“纪检监察机关、组织部门都要把好关”。
    - text: 巡视组组长
      feedback: 这是被选拔的人，原文是“选拔巡视组组长、巡视办主任时”。
    - text: 巡视干部
      feedback: 这是前一句里要严肃处理的人，与选拔时谁来把关无关。
"""


@pytest.fixture
def item(tmp_path):
    return one_item(tmp_path, MARK)


@pytest.mark.parametrize(
    ("marked", "score", "state", "summary"),
    [
        ("cd", 2, "correct", "划对 2 处"),
        ("c", 1, "partial", "划对 1 处，漏划 1 处"),
        ("bcd", 1, "partial", "划对 2 处，错划 1 处"),
        ("abcd", 0, "wrong", "划对 2 处，错划 2 处"),
        ("a", 0, "wrong", "错划 1 处，漏划 2 处"),
        ("", 0, "unanswered", ""),
    ],
)
def test_partial_credit_is_counted_out(item, marked, score, state, summary):
    grade = item.rubric().grade(dict.fromkeys(marked, MARKED))
    assert (grade.score, grade.max, grade.state, grade.summary) == (score, 2, state, summary)


def test_the_derived_responses_earn_all_and_nothing(item):
    rubric = item.rubric()
    assert rubric.right_response() == {"c": MARKED, "d": MARKED}
    assert rubric.wrong_response() == {"a": MARKED, "b": MARKED}
    assert rubric.grade(rubric.wrong_response()).state == "wrong"


def test_the_face_is_the_text_cut_at_its_spans(item):
    segments = item.face()["segments"]
    assert "".join(segment["text"] for segment in segments) == item.text
    assert [segment["text"] for segment in segments if "span" in segment] == [
        "巡视干部",
        "巡视组组长",
        "纪检监察机关",
        "组织部门",
    ]


def test_it_is_printed_with_nothing_that_tells_what_can_be_marked(item):
    (passage,) = question(item)
    assert passage.astext() == item.text
    assert len(passage) == 1


def test_the_key_is_the_words_to_mark_and_the_reasons_tell_of_all(item):
    assert item.key() == "纪检监察机关；组织部门"
    assert [(reason.label, reason.text.split("：")[0]) for reason in item.reasons()] == [
        ("×", "巡视干部"),
        ("×", "巡视组组长"),
        ("√", "纪检监察机关"),
        ("√", "组织部门"),
    ]


def test_a_response_is_put_into_words(item):
    assert item.describe("c", MARKED) == "纪检监察机关"
    assert item.describe("z", MARKED) == "z"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "必须严肃处理……",
            "必须严肃对待……",
            "“巡视干部一旦发现问题，必须严肃对待”不是 source 所引句子",
        ),
        (
            "- text: 巡视组组长",
            "- text: 巡视组副组长",
            "“巡视组副组长”在 text 里出现 0 次；请照 text 改正",
        ),
        ("- text: 巡视组组长", "- text: 巡视", "“巡视”在 text 里出现 3 次；请多写几个字"),
        (
            "- text: 巡视组组长",
            "- text: 巡视办主任时，纪检",
            "“巡视办主任时，纪检”和“纪检监察机关”重叠",
        ),
        (
            "- text: 组织部门\n      key: true",
            "- text: 组织部门",
            "至少要 2 处写 key: true，现有 1 处",
        ),
        ("- text: 巡视干部", "- text: 巡视干部\n      key: true", "不该划的不能少于该划的"),
        (
            "- text: 巡视干部",
            "- text: 一旦发现问题，必须严肃处理……特别是在选拔巡视组组长、巡",
            "至多 24 个字",
        ),
    ],
)
def test_a_faulty_item_is_refused(tmp_path, old, new, message):
    with pytest.raises(BankError, match=message):
        one_item(tmp_path, MARK.replace(old, new))
