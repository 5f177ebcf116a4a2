"""Structure tree: gaps in a tree, filled from a word list."""

import pytest

from exercises import BankError
from exercises.kinds.tree.sheet import question
from exercises.sheet import exercise_blank, exercise_branch, exercise_word
from tests.exercises.banks import one_item

TREE = """\
- id: c07-summary-tree
  kind: tree
  objective: c07-o1
  level: understand
  source: [p19.s03-s05]
  stem: 补全工作总结的结构图。
  tree:
    text: 抓工作总结
    branches:
      - text: 各省区市
        branches:
          - 提前谋划，形成{1}
          - 报送{2}
      - 梳理汇总后，向{3}报告
  gaps:
    - answer: 总结报告
      feedback: 原文是“按要求形成总结报告”，这是各省区市的事。
    - answer: 中央巡视办
      feedback: 原文是“报送中央巡视办”，由它梳理汇总。
      wrong:
        党中央: 党中央是梳理汇总以后报告的去处，不是报送的第一站。
    - answer: 党中央
      feedback: 原文是“将认真梳理汇总后，向党中央报告”。
  words: [省委, 配套制度]
"""


@pytest.fixture
def item(tmp_path):
    return one_item(tmp_path, TREE)


@pytest.mark.parametrize(
    ("response", "score", "summary"),
    [
        ({"1": "总结报告", "2": "中央巡视办", "3": "党中央"}, 3, "填对 3 空"),
        ({"1": "总结报告", "2": "党中央"}, 1, "填对 1 空，填错 1 空，未填 1 空"),
        ({"2": "党中央", "3": "省委"}, 0, "填错 2 空，未填 1 空"),
    ],
)
def test_each_gap_counts_for_itself(item, response, score, summary):
    grade = item.rubric().grade(response)
    assert (grade.score, grade.summary) == (score, summary)


def test_a_foreseen_mistake_has_its_own_reason(item):
    assert item.rubric().grade({"2": "党中央"}).slots[1].feedback.startswith("党中央是梳理汇总")


def test_a_wrong_response_is_made_of_words_that_can_be_chosen(item):
    wrong = item.rubric().wrong_response()
    assert set(wrong.values()) <= set(item.word_list())
    assert item.rubric().grade(wrong).state == "wrong"


def test_the_word_list_holds_answers_and_distractors_in_an_order_that_tells_nothing(item):
    assert item.face()["words"] == sorted(["总结报告", "中央巡视办", "党中央", "省委", "配套制度"])


def test_the_face_is_the_tree_with_gaps_as_wide_as_each_other(item):
    tree = item.face()["tree"]
    assert tree["segments"] == [{"text": "抓工作总结"}]
    assert tree["branches"][0]["branches"][1] == {
        "segments": [{"text": "报送"}, {"gap": "2", "width": 6}],
        "branches": [],
    }


def test_it_is_printed_as_a_tree_with_blanks_and_the_words(item):
    tree, words = question(item)
    assert len(list(tree.findall(exercise_branch))) == 5
    assert [blank["number"] for blank in tree.findall(exercise_blank)] == [1, 2, 3]
    assert [word.astext() for word in words.findall(exercise_word)] == item.word_list()


def test_the_key_gives_each_gap(item):
    assert item.key() == "（1）总结报告　（2）中央巡视办　（3）党中央"
    assert [reason.label for reason in item.reasons()] == ["（1）", "（2）", "（3）"]


def test_a_response_is_put_into_words(item):
    assert item.describe("2", "党中央") == "（2）党中央"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("报送{2}", "报送{3}", "空应依次写作 .1..2..3."),
        ("words: [省委", "words: [党中央", "干扰词 党中央 就是答案"),
        ("        党中央: 党", "        纪委: 党", "错答 纪委 不在词表里"),
        ("answer: 总结报告", "answer: 党中央", "有两个空的答案都是“党中央”"),
        ("answer: 总结报告", "answer: 总结材料", "答案“总结材料”不是 source 所引句子的原文"),
        ("text: 抓工作总结", "text: 抓总结报告", "答案“总结报告”就写在结构图里"),
        ("words: [省委, 配套制度]", "words: [省委]", "至少要 2 项"),
        ("- 报送{2}", "- “报给”{2}", "引文“报给”与讲话原文不符"),
        (
            "- 报送{2}",
            "- text: 报送\n            branches: [{text: 由, branches: ['{2}']}]",
            "结构图要有 2 到 4 层",
        ),
    ],
)
def test_a_faulty_tree_is_refused(tmp_path, old, new, message):
    with pytest.raises(BankError, match=message):
        one_item(tmp_path, TREE.replace(old, new))
