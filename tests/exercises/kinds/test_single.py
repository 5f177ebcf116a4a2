"""Single choice: one option is the key."""

import pytest

from exercises import BankError
from tests.exercises.banks import SINGLE, one_item, single


@pytest.fixture
def item(tmp_path):
    return one_item(tmp_path, SINGLE)


@pytest.mark.parametrize(
    ("response", "state"),
    [({"choice": "a"}, "correct"), ({"choice": "b"}, "wrong"), ({"choice": "z"}, "wrong")],
)
def test_only_the_key_earns_the_point(item, response, state):
    assert item.rubric().grade(response).state == state


def test_a_wrong_option_gives_its_own_reason(item):
    (slot,) = item.rubric().grade({"choice": "b"}).slots
    assert slot.feedback.startswith("试点说的是")


def test_the_face_tells_neither_key_nor_reason(item):
    assert item.face() == {
        "options": [
            {"id": "a", "text": "收官阶段"},
            {"id": "b", "text": "试点阶段"},
            {"id": "c", "text": "总体部署阶段"},
        ],
        "shuffle": True,
    }


def test_the_key_is_printed_by_letter(item):
    assert item.key() == "A"
    assert [(reason.label, reason.right) for reason in item.reasons()] == [
        ("A", True),
        ("B", False),
        ("C", False),
    ]


@pytest.mark.parametrize(("count", "message"), [(2, "至少要 3 项"), (5, "至多 4 项")])
def test_there_are_three_or_four_options(tmp_path, count, message):
    texts = ["收官阶段", "试点阶段", "部署阶段", "总结阶段", "换届阶段"][:count]
    with pytest.raises(BankError, match=f"字段 options：{message}"):
        one_item(tmp_path, single("many", texts=texts))
