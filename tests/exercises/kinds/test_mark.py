"""Marking: all keys should be marked, and each wrong mark costs a point."""

import re
from pathlib import Path

import pytest

import exercises.kinds.mark
from exercises import BankError
from exercises.kinds.mark.sheet import TITLE, question
from exercises.sheet import exercise_direction, exercise_draft, sheet
from exercises.words import question as in_words
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

DRAFT = """\
- id: c07-draft-plan
  kind: mark
  objective: c07-o1
  level: analyse
  task: draft
  source: [p18.s07-s08]
  stem: 下面是某地管理巡视干部的一段办法。划出不符合讲话要求的地方。
  draft: |
    巡视干部管理办法（征求意见稿）

    巡视干部出了问题，影响不大的由组内谈话了结，影响大的严肃处理。选拔巡视组组长，由巡视办提名后直接任用；选拔巡视办主任，先请纪检监察机关把关，再请组织部门把关。
  spans:
    - text: 由组内谈话了结
      key: true
      feedback: 这样做是护短。应改为一经发现就严肃处理，讲话的话是“必须严肃处理”。
    - text: 直接任用
      key: true
      feedback: 这样就没有人把关了。应改为先由两家把关，讲话说“纪检监察机关、组织部门都要把好关”。
    - text: 影响大的严肃处理
      feedback: 这一句没有毛病：问题一旦发现，讲话的要求是“必须严肃处理”。
    - text: 先请纪检监察机关把关
      feedback: 这一句没有毛病：两家都要把关，哪一家在先，讲话没有规定。
"""


@pytest.fixture
def item(tmp_path):
    return one_item(tmp_path, MARK)


@pytest.fixture
def draft(tmp_path):
    return one_item(tmp_path, DRAFT)


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


def test_a_draft_in_plain_text_says_that_it_is_no_quotation(item, draft):
    assert f"\n【{TITLE}】\n{draft.paragraphs[0]}\n" in in_words(draft)
    assert TITLE not in in_words(item)


def test_a_draft_is_called_and_directed_otherwise(item, draft):
    assert (item.own_label, item.own_direction) == (
        "划词题",
        "在原文中划出回答问题的词语（不止一处）。",
    )
    payload = draft.payload()
    assert payload["label"] == draft.own_label == "改稿题"
    assert payload["direction"] == draft.own_direction == "在拟稿中划出有毛病的地方（不止一处）。"
    (direction,) = [part for part in sheet(draft, []) if isinstance(part, exercise_direction)]
    assert direction.astext() == draft.own_direction


def test_a_draft_is_graded_as_a_quotation_is(draft):
    rubric = draft.rubric()
    assert rubric.right_response() == {"a": MARKED, "c": MARKED}
    grade = rubric.grade({"a": MARKED, "b": MARKED, "c": MARKED})
    assert (grade.score, grade.summary) == (1, "划对 2 处，错划 1 处")
    assert draft.key() == "由组内谈话了结；直接任用"


def test_the_face_says_that_it_is_a_draft_and_keeps_its_paragraphs(item, draft):
    assert "draft" not in item.face()
    face = draft.face()
    assert face["draft"] is True
    first, *_ = "".join(segment["text"] for segment in face["segments"]).split("\n")
    assert first == "巡视干部管理办法（征求意见稿）"
    assert len(draft.paragraphs) == 2


def test_a_draft_is_printed_in_a_box_that_says_it_is_not_the_text(draft):
    (box,) = question(draft)
    assert isinstance(box, exercise_draft)
    assert box["title"] == "拟稿（课程编写，不是原文）"
    assert [passage.astext() for passage in box] == draft.paragraphs


def test_the_live_box_has_the_same_title_as_the_printed():
    view = Path(exercises.kinds.mark.__file__).with_name("view.js")
    assert f"'{TITLE}'" in view.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  spans:", "  text: 必须严肃处理\n  spans:", "text（原文）和 draft（课程编写的拟稿）要写一样"),
        (DRAFT[DRAFT.index("  draft:") : DRAFT.index("  spans:")], "", "要写一样，也只写一样"),
        ("影响不大的", "“影响不大”的", "引文“影响不大”与讲话原文不符"),
        ("影响不大的", "**影响不大**的", "拟稿里不能加重"),
        ("- text: 直接任用", "- text: 直接就任用", "“直接就任用”在 draft 里出现 0 次；请照 draft 改正"),
        ("- text: 直接任用", "- text: 把关", "“把关”在 draft 里出现 2 次"),
        ("- text: 直接任用\n      key: true", "- text: 直接任用", "改稿题至少要 2 处写 key: true，现有 1 处"),
        (DRAFT[DRAFT.index("选拔巡视组") : DRAFT.index("\n  spans:")], "", "至少要 60 个字"),
        ("影响不大的", "影响不大的" * 70, "至多 400 个字"),
        ("选拔巡视组组长，", "选拔巡视组组长，\n    ", "文字分成了几行"),
    ],
)  # fmt: skip
def test_a_faulty_draft_is_refused(tmp_path, old, new, message):
    assert old in DRAFT
    with pytest.raises(BankError, match=re.escape(message)):
        one_item(tmp_path, DRAFT.replace(old, new))


def test_a_draft_may_quote_the_text(tmp_path):
    quoting = DRAFT.replace("影响大的严肃处理。", "影响大的“必须严肃处理”。").replace(
        "- text: 影响大的严肃处理", "- text: 影响大的“必须严肃处理”"
    )
    assert "“必须严肃处理”" in one_item(tmp_path, quoting).face()["segments"][3]["text"]
