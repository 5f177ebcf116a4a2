"""Matching: each premise is graded by itself, and there are more options than premises."""

import pytest

from exercises import BankError
from tests.exercises.banks import one_item

MATCHING = """\
- id: c07-pair
  kind: matching
  objective: c07-o1
  level: understand
  source: [p13.s01-s03]
  stem: 把下列各项同讲话的说法配起来。
  premises:
    - text: 各地方面临的任务
      answer: 换届
      feedback: 原文是“很多地方还面临着换届工作任务”，见第1句。
    - text: 中央巡视工作进入的阶段
      answer: 收官阶段
      feedback: 原文是“十九届中央巡视工作开始进入收官阶段”。
      wrong:
        换届: 这是很多地方面临的工作任务，不是中央巡视工作进入的阶段。
    - text: 抓落实的契机
      answer: 贯彻上下联动意见
      feedback: 原文是“以贯彻上下联动意见为契机”，见第3句。
  distractors: [试点]
"""


@pytest.fixture
def item(tmp_path):
    return one_item(tmp_path, MATCHING)


@pytest.mark.parametrize(
    ("response", "score", "summary"),
    [
        ({"1": "换届", "2": "收官阶段", "3": "贯彻上下联动意见"}, 3, "配对 3 项"),
        ({"1": "换届", "2": "换届"}, 1, "配对 1 项，配错 1 项，没配 1 项"),
        ({"1": "无此选项"}, 0, "配错 1 项，没配 2 项"),
    ],
)
def test_each_premise_counts_for_itself(item, response, score, summary):
    grade = item.rubric().grade(response)
    assert (grade.score, grade.summary) == (score, summary)


def test_a_foreseen_mistake_has_its_own_reason(item):
    grade = item.rubric().grade({"1": "试点", "2": "换届"})
    assert [slot.feedback[:6] for slot in grade.slots[:2]] == ["原文是“很多", "这是很多地方"]


def test_the_wrong_response_is_made_of_options(item):
    wrong = item.rubric().wrong_response()
    assert set(wrong) == {"1", "2", "3"}
    assert set(wrong.values()) <= set(item.options())
    assert item.rubric().grade(wrong).score == 0


def test_the_options_stand_in_an_order_that_tells_nothing(item):
    assert item.face()["words"] == sorted(["换届", "收官阶段", "贯彻上下联动意见", "试点"])


def test_the_key_is_printed_by_letters_and_words(item):
    assert item.key() == "（1）A 换届　（2）B 收官阶段　（3）D 贯彻上下联动意见"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  distractors: [试点]\n", "", "缺少这一项"),
        ("[试点]", "[]", "字段 distractors：至少要 1 项"),
        ("[试点]", "[换届]", "选项“换届”写了两次"),
        ("answer: 贯彻上下联动意见", "answer: 换届", "选项“换届”写了两次"),
        ("text: 抓落实的契机", "text: 各地方面临的任务", "项“各地方面临的任务”写了两次"),
        ("        换届: ", "        动员: ", "错答 动员 不在词表里"),
        ("不是中央巡视工作进入的阶段", "不是收官阶段", "说明写出了正确选项"),
        ("text: 抓落实的契机", "text: 抓试点的契机", "里就有一个选项的文字"),
        ("answer: 换届", "answer: 只有在换届的时候才要抓的各项重点任务", "至多 12 个字"),
        ("[试点]", "[高质量]", "正好依次配 A、B、C"),
    ],
)
def test_a_faulty_item_is_refused(tmp_path, old, new, message):
    with pytest.raises(BankError, match=message):
        one_item(tmp_path, MATCHING.replace(old, new))
