"""True or false: a judgement and, for a false statement, its correction."""

import pytest

from exercises import BankError
from tests.exercises.banks import one_item

FALSE = """\
- id: c07-judge
  kind: true-false
  objective: c07-o1
  level: understand
  source: [p13.s02]
  stem: 下面的说法合不合讲话？
  statement: 十九届中央巡视工作开始进入试点阶段，各地本届党委巡视任务也即将完成。
  verdict: false
  feedback: 讲话说的是“十九届中央巡视工作开始进入收官阶段”，不是试点。
  corrections:
    - change: 各地本届党委
      to: 各地下届党委
      feedback: 这里不用改，原文就是“各地本届党委巡视任务也即将完成”。
    - change: 试点阶段
      to: 收官阶段
      key: true
      feedback: 原文是“十九届中央巡视工作开始进入收官阶段”，改得对。
    - change: 即将完成
      to: 已经完成
      feedback: 这里不用改，原文就是“各地本届党委巡视任务也即将完成”。
"""

TRUE = (
    FALSE
    .replace("试点阶段，", "收官的阶段，")
    .replace("verdict: false", "verdict: true")
    .replace("change: 试点阶段", "change: 收官的阶段")
    .replace("to: 收官阶段", "to: 试点阶段")
    .replace("      key: true\n", "")
)


@pytest.fixture
def false(tmp_path):
    return one_item(tmp_path, FALSE)


@pytest.fixture
def true(tmp_path):
    return one_item(tmp_path, TRUE)


@pytest.mark.parametrize(
    ("answer", "score", "state", "summary"),
    [
        ("b", 2, "correct", "判断和改法都对"),
        ("a", 1, "partial", "判断对，没有选出正确的改法"),
        ("false", 1, "partial", "判断对，没有选出正确的改法"),
        ("true", 0, "wrong", "判断不对"),
        ("z", 0, "wrong", "判断不对"),
    ],
)
def test_a_false_statement_is_judged_and_corrected(false, answer, score, state, summary):
    grade = false.rubric().grade({"answer": answer})
    assert (grade.score, grade.max, grade.state, grade.summary) == (score, 2, state, summary)


@pytest.mark.parametrize(
    ("answer", "state"), [("true", "correct"), ("a", "wrong"), ("false", "wrong")]
)
def test_a_true_statement_is_only_judged(true, answer, state):
    assert true.rubric().grade({"answer": answer}).state == state


def test_each_correction_gives_its_own_reason(false):
    (slot,) = false.rubric().grade({"answer": "c"}).slots
    assert slot.feedback.startswith("这里不用改")


def test_the_wrong_response_is_one_that_the_page_can_hold(false, true):
    assert false.rubric().wrong_response() == {"answer": "true"}
    assert true.rubric().wrong_response() == {"answer": "a"}


def test_the_face_does_not_tell_the_verdict(false, true):
    assert false.face().keys() == true.face().keys()
    assert [set(entry) for entry in false.face()["corrections"]] == [{"id", "change", "to"}] * 3


def test_the_key_tells_judgement_and_correction(false, true):
    assert (false.key(), true.key()) == ("×，B", "√，不用改")
    assert [(why.label, why.right) for why in false.reasons()] == [
        ("×", True),
        ("A", False),
        ("B", True),
        ("C", False),
    ]


@pytest.mark.parametrize(
    ("value", "words"), [("true", "√"), ("false", "×"), ("b", "×，把试点阶段改为收官阶段")]
)
def test_a_response_is_put_into_words(false, value, words):
    assert false.describe("answer", value) == words


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("      key: true\n", "", "要有且只有一个改法写 key: true，现有 0 个"),
        ("verdict: false", "verdict: true", "没有可改之处"),
        ("change: 试点阶段", "change: 总结阶段", "“总结阶段”在 statement 里出现 0 次"),
        ("change: 即将完成", "change: 巡视", "“巡视”在 statement 里出现 2 次"),
        ("to: 已经完成", "to: 即将完成", "改了等于没改"),
        ("change: 即将完成\n      to: 已经完成", "change: 本届\n      to: 下届", "改出同一句话"),
        ("to: 已经完成", "to: “收官阶段”", "有两个改法都换上“收官阶段”；请改写其中一个 to"),
    ],
)
def test_a_faulty_item_is_refused(tmp_path, old, new, message):
    with pytest.raises(BankError, match=message):
        one_item(tmp_path, FALSE.replace(old, new))


def test_the_speechs_own_words_are_never_false(tmp_path):
    with pytest.raises(BankError, match="就是讲话原文，不能算错"):
        one_item(
            tmp_path,
            FALSE.replace("进入试点阶段，", "进入收官阶段，").replace(
                "change: 试点阶段\n      to: 收官阶段", "change: 收官阶段\n      to: 试点阶段"
            ),
        )


def test_corrections_of_one_place_would_point_at_it(tmp_path):
    text = FALSE.replace("change: 各地本届党委", "change: 试点阶段")
    with pytest.raises(BankError, match="请至少改两处"):
        one_item(tmp_path, text.replace("change: 即将完成", "change: 试点阶段"))
