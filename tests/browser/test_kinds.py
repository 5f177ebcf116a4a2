"""One exercise of each kind, worked by keyboard alone, by mouse and by touch."""

import functools
from dataclasses import dataclass
from typing import Any

import pytest

from tests.browser.learner import Keyboard, Pointer
from tests.browser.reader import OVERHANG, Exercise, samples

PHONE = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}
NARROW = {"viewport": {"width": 320, "height": 640}}
TARGETS = ".exercise-live :is(label, button, [role=button], select, input[type=text])"
FINGER = 44

#: What leads to where a button is pressed, from where the button before it has led.
BEFORE = {
    "hint": "() => {}",
    "submit": "(root, wrong) => { root.response = wrong; }",
    "retry": "() => {}",
    "reveal": "(root, wrong) => { root.reset(); root.response = wrong; root.submit(); }",
}
#: The heights of all targets that are seen, as new and after a wrong attempt.
HEIGHTS = """(root, [targets, wrong]) => {
  const heights = () => [...root.querySelectorAll(targets)]
    .filter((target) => target.checkVisibility({ checkVisibilityCSS: true }))
    .map((target) => target.getBoundingClientRect().height)
    .filter((height) => height > 0);
  const asNew = heights();
  root.response = wrong;
  root.submit();
  return [asNew, heights()];
}"""
#: What a reader sees in the course of two wrong attempts, a right one and one given up.
ATTEMPTS = """(root, [right, wrong]) => {
  const submit = (response) => { root.response = response; root.submit(); };
  const button = (action) => root.querySelector(`[data-action=${action}]`);
  const isSeen = (action) =>
    button(action)?.checkVisibility({ checkVisibilityCSS: true }) ?? false;
  const seen = { payload: JSON.parse(root.querySelector('script.exercise-data').textContent) };
  root.reset();
  submit(wrong);
  seen.wrong = root.innerText;
  seen.offered = ['submit', 'retry', 'hint', 'reveal'].filter(isSeen);
  button('retry').click();
  seen.retried = root.innerText;
  submit(wrong);
  seen.wrong_again = root.innerText;
  root.reset();
  submit(right);
  seen.right = root.innerText;
  root.reset();
  submit(wrong);
  root.reveal();
  seen.marks = [...root.querySelectorAll('.exercise-live [data-mark]')]
    .map((mark) => mark.innerText);
  return seen;
}"""

each_kind = pytest.mark.parametrize("item", samples().values(), ids=samples())


@dataclass(frozen=True)
class Tried:
    """What a reader sees in the course of some attempts.

    Parameters
    ----------
    payload
        The exercise's data.
    wrong
        All that can be read after the first wrong attempt.
    offered
        The buttons that are seen then.
    retried
        What can be read after "again".
    wrong_again
        What can be read after a second wrong attempt.
    right
        What can be read after a right one.
    marks
        What the marks say beside a wrong answer when the right one is shown.
    """

    payload: dict[str, Any]
    wrong: str
    offered: list[str]
    retried: str
    wrong_again: str
    right: str
    marks: list[str]


def reasons(payload):
    """Give every reason that the rubric of an exercise holds, by slot and value."""
    return {
        (slot, value): outcome["feedback"] or outcomes["other"]["feedback"]
        for slot, outcomes in payload["rubric"]["slots"].items()
        for value, outcome in outcomes["values"].items()
    }


def as_new(pages, item):
    """Give the exercise of an item on a reader's page, as new."""
    exercise = Exercise(pages(item.page), item.id)
    exercise.reset()
    return exercise


def missing(reasons, shown):
    """Give those reasons that are not shown."""
    return [reason for reason in reasons if reason not in shown]


class TestByKeyboard:
    @pytest.fixture
    def keyboard(self, exercise):
        exercise.focus_on_title()
        return Keyboard(exercise)

    # On a list Enter opens the list, and a word it marks.
    @pytest.mark.parametrize(
        "item", [samples()[name] for name in ("single", "multiple", "cloze", "categorise")]
    )
    def test_enter_submits_where_it_is_answered(self, exercise, keyboard, item):
        keyboard.answer(item.right)
        keyboard.press("Enter")
        assert exercise.state == "correct"

    @each_kind
    def test_it_is_answered_wrong_and_then_right(self, exercise, keyboard, item):
        keyboard.answer(item.wrong)
        keyboard.use("submit")
        assert exercise.state == "wrong"
        keyboard.use("retry")
        keyboard.answer(item.right)
        keyboard.use("submit")
        assert exercise.state == "correct"

    @each_kind
    def test_hint_and_answer_come_when_asked_for(self, exercise, keyboard, item):
        keyboard.use("hint")
        assert exercise.payload["hint"] in exercise.shown
        exercise.submit(item.wrong)
        exercise.focus_on_title()
        keyboard.use("reveal")
        assert missing(expected_reasons(exercise.payload, item.wrong), exercise.shown) == []

    @each_kind
    def test_the_focus_stays_in_the_exercise(self, exercise, item):
        for action in ("hint", "submit", "retry", "reveal"):
            exercise.root.evaluate(BEFORE[action], item.wrong)
            # Tab leads to each of them in the tests above.
            exercise.button(action).focus()
            exercise.page.keyboard.press("Enter")
            assert exercise.has_focus, action


class TestByPointer:
    @pytest.fixture(scope="class")
    def phone(self, shelf):
        return shelf(**PHONE)

    @pytest.fixture(scope="class")
    def narrow(self, shelf):
        return shelf(**NARROW)

    @pytest.fixture
    def on_phone(self, phone, item):
        return as_new(phone, item)

    @each_kind
    @pytest.mark.parametrize("touch", [True, False], ids=["touch", "mouse"])
    def test_it_is_answered(self, on_phone, item, touch):
        pointer = Pointer(on_phone, touch=touch)
        pointer.answer(item.right)
        pointer.use("submit")
        assert on_phone.state == "correct"

    @each_kind
    def test_every_target_takes_a_finger(self, on_phone, item):
        new, wrong = on_phone.root.evaluate(HEIGHTS, [TARGETS, item.wrong])
        assert new
        assert wrong
        assert min(new + wrong) >= FINGER

    @each_kind
    def test_nothing_runs_off_a_narrow_page(self, narrow, item):
        exercise = as_new(narrow, item)
        exercise.submit(item.wrong)
        exercise.reveal()
        assert exercise.page.evaluate(OVERHANG) <= 0


class TestFeedback:
    @pytest.fixture(scope="class")
    def tried_by(self, open_pages):
        """What is shown of an exercise, attempt by attempt."""

        @functools.cache
        def tried_by(page, item_id):
            item = next(one for one in samples().values() if one.id == item_id)
            root = Exercise(open_pages(page), item.id).root
            return Tried(**root.evaluate(ATTEMPTS, [item.right, item.wrong]))

        return tried_by

    @pytest.fixture
    def tried(self, tried_by, item):
        return tried_by(item.page, item.id)

    @each_kind
    def test_the_first_wrong_attempt_offers_hint_retry_and_answer(self, tried):
        assert tried.offered == ["retry", "hint", "reveal"]

    @pytest.mark.parametrize(
        "item",
        [samples()[name] for name in ("single", "multiple", "categorise", "mark", "evidence")],
    )
    def test_the_first_wrong_attempt_tells_why_what_was_picked_is_wrong(self, tried, item):
        told = reasons(tried.payload)
        assert missing([told[slot] for slot in item.wrong.items()], tried.wrong) == []

    @each_kind
    def test_the_first_wrong_attempt_does_not_show_the_answer(self, tried, item):
        told = [reasons(tried.payload)[slot] for slot in item.right.items()]
        assert missing(told, tried.wrong) == told

    @each_kind
    def test_a_retry_does_not_show_the_answer(self, tried):
        told = list(reasons(tried.payload).values())
        assert missing(told, tried.retried) == told

    @each_kind
    def test_the_second_wrong_attempt_shows_the_answer_with_all_reasons(self, tried, item):
        assert missing(expected_reasons(tried.payload, item.wrong), tried.wrong_again) == []

    @each_kind
    def test_a_right_attempt_shows_all_reasons(self, tried, item):
        assert missing(expected_reasons(tried.payload, item.right), tried.right) == []

    @each_kind
    def test_the_answer_is_marked_beside_a_wrong_one(self, tried, item):
        assert len(tried.marks) >= len(item.wrong)
        assert all(mark.strip() for mark in tried.marks)


def expected_reasons(payload, response):
    """Give the reasons that a full explanation of a response holds.

    Options are explained one by one; a gap by what was filled in.
    """
    every = reasons(payload)
    if "options" in payload["face"]:
        return every.values()
    slots = payload["rubric"]["slots"]
    return [
        every.get((slot, value)) or slots[slot]["other"]["feedback"]
        for slot, value in response.items()
    ]
