"""Categorising: each card is graded by itself."""

import pytest

from exercises import BankError
from exercises.kinds.categorise.sheet import question
from tests.exercises.banks import one_item

CATEGORISE = """\
- id: c07-who-does
  kind: categorise
  objective: c07-o1
  level: understand
  source: [p19.s03, p19.s05]
  stem: 下列各事由谁来做？
  groups:
    - name: 各省区市
      feedback: 各省区市要做的，第3句说到“报送中央巡视办”为止。
    - name: 中央巡视办
      feedback: 中央巡视办要做的，在第5句，是收到报告以后的事。
  cards:
    - text: 提前谋划总结
      group: 各省区市
      feedback: 第3句的主语是各省区市，首先是“提前谋划总结本地区巡视工作”。
    - text: 形成总结报告
      group: 各省区市
      feedback: 第3句的主语是各省区市，“按要求形成总结报告”。
    - text: 报送总结报告
      group: 各省区市
      feedback: 第3句的主语是各省区市，报告要“报送中央巡视办”。
      wrong:
        中央巡视办: 中央巡视办是收报告的一方，不是报送的一方。
    - text: 梳理汇总
      group: 中央巡视办
      feedback: 第5句的主语是中央巡视办，“将认真梳理汇总后”再报告。
"""
RIGHT = {"a": "1", "b": "1", "c": "1", "d": "2"}


@pytest.fixture
def item(tmp_path):
    return one_item(tmp_path, CATEGORISE)


@pytest.mark.parametrize(
    ("response", "score", "state", "summary"),
    [
        (RIGHT, 4, "correct", "归对 4 张"),
        (RIGHT | {"d": "1"}, 3, "partial", "归对 3 张，归错 1 张"),
        ({"a": "1"}, 1, "partial", "归对 1 张，未归 3 张"),
        ({"a": "2", "b": "2", "c": "2", "d": "1"}, 0, "wrong", "归错 4 张"),
        ({"a": "9"}, 0, "wrong", "归错 1 张，未归 3 张"),
        ({}, 0, "unanswered", ""),
    ],
)
def test_each_card_counts_for_itself(item, response, score, state, summary):
    grade = item.rubric().grade(response)
    assert (grade.score, grade.max, grade.state, grade.summary) == (score, 4, state, summary)


def test_the_derived_responses_earn_all_and_nothing(item):
    rubric = item.rubric()
    assert rubric.right_response() == RIGHT
    assert rubric.grade(rubric.wrong_response()).score == 0
    assert set(rubric.wrong_response()) == set(RIGHT)


def test_a_wrong_group_says_what_belongs_there_and_not_where_the_card_belongs(item):
    slots = item.rubric().grade({"a": "2", "c": "2"}).slots
    assert slots[0].feedback == "中央巡视办要做的，在第5句，是收到报告以后的事。"
    assert slots[2].feedback == "中央巡视办是收报告的一方，不是报送的一方。"


def test_the_face_tells_no_group_of_a_card(item):
    assert item.face()["cards"][0] == {"id": "a", "text": "提前谋划总结"}
    assert item.face()["groups"][1] == {"id": "2", "text": "中央巡视办"}


def test_it_is_printed_as_a_table_in_an_order_that_tells_nothing(item):
    (grid,) = question(item)
    assert [entry.astext() for entry in grid] == sorted(card.text for card in item.cards)
    assert grid["heads"] == ["各省区市", "中央巡视办"]


def test_the_key_names_the_printed_cards_of_each_group(item):
    assert item.key() == "各省区市：1、2、3；中央巡视办：4"
    assert [reason.label for reason in item.reasons()] == ["1", "2", "3", "4"]
    assert item.reasons()[3].text.startswith("第5句的主语是中央巡视办")


def test_a_response_is_put_into_words(item):
    assert item.describe("d", "2") == "梳理汇总→中央巡视办"
    assert item.describe("z", "9") == "z→9"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("- name: 中央巡视办", "- name: 各省区市", "有两个组都是“各省区市”"),
        ("text: 形成总结报告", "text: 提前谋划总结", "有两张卡片都是“提前谋划总结”"),
        (
            "group: 中央巡视办",
            "group: 中央",
            "写的组“中央”不在 groups 里；现有：各省区市、中央巡视办",
        ),
        ("        中央巡视办: 中", "        各地: 中", "写的组“各地”不在 groups 里"),
        ("        中央巡视办: 中", "        各省区市: 中", "wrong 里写了该归的组“各省区市”"),
        ("group: 中央巡视办", "group: 各省区市", "组“中央巡视办”没有卡片"),
        (
            "      group: 各省区市\n      feedback: 第3句的主语是各省区市，报告",
            "      group: 中央巡视办\n      feedback: 第3句的主语是各省区市，报告",
            "wrong 里写了",
        ),
        (
            "text: 形成总结报告\n      group: 各省区市",
            "text: 形成总结报告\n      group: 中央巡视办",
            "各组的张数相同",
        ),
        (
            "  cards:",
            "    - name: 党中央\n      feedback: 党中央是第5句里听取报告的一方。\n  cards:",
            "没有卡片",
        ),
        ("      feedback: 各省区市要做的，第3句说到“报送中央巡视办”为止。\n", "", "缺少这一项"),
        ("- name: 各省区市\n", "- name: 各省区市和新疆生产建设兵团\n", "至多 12 个字"),
        ("首先是“提前谋划", "首先是“早谋划", "与讲话原文不符"),
    ],
)
def test_a_faulty_item_is_refused(tmp_path, old, new, message):
    with pytest.raises(BankError, match=message):
        one_item(tmp_path, CATEGORISE.replace(old, new))


def test_too_few_cards_for_the_groups_are_refused(tmp_path):
    third = (
        "    - name: 党中央\n      feedback: 党中央是第5句里听取报告的一方。\n  cards:\n"
        "    - text: 听取报告\n      group: 党中央\n      feedback: 第5句说的是“向党中央报告”，由党中央听取。\n"
    )
    faulty = CATEGORISE.replace("  cards:\n", third).replace(
        "    - text: 形成总结报告\n      group: 各省区市\n"
        "      feedback: 第3句的主语是各省区市，“按要求形成总结报告”。\n",
        "",
    )
    with pytest.raises(BankError, match="3 组至少要 5 张卡片，现有 4 张"):
        one_item(tmp_path, faulty)
