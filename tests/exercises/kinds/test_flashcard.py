"""Flashcard: recall a term or a list, turn the card, and rate the recall."""

import pytest

from exercises import BankError
from exercises.kinds.flashcard.sheet import question
from exercises.words import question as in_words
from tests.exercises.banks import one_item

FLASHCARD = """\
- id: c07-card
  kind: flashcard
  objective: c07-o1
  level: remember
  source: [p13.s03]
  stem: 说出讲话要求怎样安排今年的重点任务。
  front: 三步安排
  back:
    - 梳理重点工作进展
    - 科学谋划安排
    - 有力有序完成巡视任务
  feedback: 三步由梳理到谋划再到完成，一步接一步。
"""


@pytest.fixture
def item(tmp_path):
    return one_item(tmp_path, FLASHCARD)


@pytest.mark.parametrize(
    ("rating", "score", "state"),
    [
        ("again", 0, "wrong"),
        ("hard", 1, "correct"),
        ("good", 1, "correct"),
        ("easy", 1, "correct"),
        ("perfect", 0, "wrong"),
        ("", 0, "unanswered"),
    ],
)
def test_the_rating_is_the_answer(item, rating, score, state):
    grade = item.rubric().grade({"recall": rating})
    assert (grade.score, grade.state) == (score, state)


def test_the_responses_that_a_test_is_given_are_ratings(item):
    assert item.rubric().right_response() == {"recall": "good"}
    assert item.rubric().wrong_response() == {"recall": "again"}


def test_the_face_has_both_sides_and_the_sentence(item):
    face = item.face()
    assert (face["front"], len(face["back"]), len(face["sentences"])) == ("三步安排", 3, 1)
    assert [rating["text"] for rating in face["ratings"]] == ["忘了", "勉强", "记得", "很熟"]


def test_on_paper_only_the_front_is_seen(item):
    (card,) = question(item)
    assert (card["front"], card["back"]) == ("三步安排", list(item.back))
    assert "【三步安排】" in in_words(item)
    assert "科学谋划" not in in_words(item)


def test_the_teachers_answer_is_the_back(item):
    assert item.key() == "梳理重点工作进展；科学谋划安排；有力有序完成巡视任务"


def test_a_rating_is_put_into_words(item):
    assert item.describe("recall", "hard") == "勉强"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("- 科学谋划安排", "- 科学谋划", None),
        ("- 科学谋划安排", "- 科学安排谋划", "背面的“科学安排谋划”不是 source 所引句子的原文"),
        ("- 科学谋划安排", "- 梳理重点工作进展", "背面有两项相同"),
        ("front: 三步安排", "front: 科学谋划安排", "正面或题干已写出背面的“科学谋划安排”"),
        ("source: [p13.s03]", "source: [p13.s02-s03]", "背面没有用到 source 里的“十九届中央"),
    ],
)
def test_a_faulty_card_is_refused(tmp_path, old, new, message):
    card = FLASHCARD.replace(old, new)
    if message is None:
        assert one_item(tmp_path, card).back[1] == "科学谋划"
        return
    with pytest.raises(BankError, match=message):
        one_item(tmp_path, card)
