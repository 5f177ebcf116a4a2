"""Judging a statement: the corrections come with the judgement that asks for them."""

import pytest

from tests.browser.answering.true_false import GROUPS
from tests.browser.reader import bank
from tests.this_course import load_bank

ALL = [item for item in bank() if item.kind == "true-false"]
#: A true statement and a false one; every item is answered in test_contract.py.
STATEMENTS = [
    next(item for item in ALL if (item.right["answer"] == "true") == true) for true in (True, False)
]

pytestmark = pytest.mark.parametrize("item", STATEMENTS, ids=lambda item: item.id)


@pytest.fixture
def corrections(exercise):
    return exercise.root.locator(GROUPS).nth(1)


def judge(exercise, value):
    exercise.root.locator(f"label:has([value={value}])").click()


def test_corrections_are_asked_for_only_of_what_is_judged_false(exercise, corrections):
    seen = [corrections.is_visible()]
    for value in ("false", "true"):
        judge(exercise, value)
        seen.append(corrections.is_visible())
    assert seen == [False, True, False]


def test_judged_false_it_wants_a_correction_first(exercise, corrections):
    judge(exercise, "false")
    exercise.button("submit").click()
    assert exercise.state == "new"
    assert "还没有选怎样改" in exercise.verdict
    assert corrections.locator("input:focus").count() == 1


def test_a_false_statement_is_shown_corrected(exercise, item):
    asked = load_bank().item(item.id)
    right = [asked.corrected(entry) for entry in asked.corrections if entry.key]
    assert all(text not in exercise.shown for text in right)
    exercise.submit(item.right)
    assert all(text in exercise.shown for text in right)
