"""One exercise of each kind, worked by keyboard alone, by mouse and by touch."""

import pytest

from tests.browser.learner import Keyboard, Pointer
from tests.browser.reader import OVERHANG, Exercise, samples

PHONE = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}
NARROW = {"viewport": {"width": 320, "height": 640}}
TARGETS = ".exercise-live :is(label, button, [role=button], select, input[type=text])"
FINGER = 44

each_kind = pytest.mark.parametrize("item", samples().values(), ids=samples())


def reasons(exercise):
    """Give every reason that the rubric of an exercise holds, by slot and value."""
    return {
        (slot, value): outcome["feedback"] or outcomes["other"]["feedback"]
        for slot, outcomes in exercise.payload["rubric"]["slots"].items()
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

    @each_kind
    def test_it_is_answered(self, exercise, keyboard, item):
        keyboard.answer(item.right)
        keyboard.use("submit")
        assert exercise.state == "correct"

    # On a list Enter opens the list, and a word it marks.
    @pytest.mark.parametrize(
        "item", [samples()[name] for name in ("single", "multiple", "cloze", "categorise")]
    )
    def test_enter_submits_where_it_is_answered(self, exercise, keyboard, item):
        keyboard.answer(item.right)
        keyboard.press("Enter")
        assert exercise.state == "correct"

    @each_kind
    def test_it_is_mended_after_a_wrong_attempt(self, exercise, keyboard, item):
        keyboard.answer(item.wrong)
        keyboard.use("submit")
        assert exercise.state == "wrong"
        keyboard.use("retry")
        keyboard.answer(item.right)
        keyboard.use("submit")
        assert exercise.state == "correct"

    @each_kind
    def test_the_hint_comes_when_asked_for(self, exercise, keyboard):
        keyboard.use("hint")
        assert exercise.payload["hint"] in exercise.shown

    @each_kind
    def test_the_answer_comes_when_asked_for(self, exercise, keyboard, item):
        exercise.submit(item.wrong)
        keyboard.use("reveal")
        assert missing(expected_reasons(exercise, item.wrong), exercise.shown) == []

    @each_kind
    @pytest.mark.parametrize("action", ["submit", "hint", "retry", "reveal"])
    def test_the_focus_stays_in_the_exercise(self, exercise, keyboard, item, action):
        if action == "submit":
            exercise.answer(item.wrong)
        elif action != "hint":
            exercise.submit(item.wrong)
        # Tab leads to each of them in the tests above.
        exercise.button(action).focus()
        keyboard.press("Enter")
        assert exercise.has_focus


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
        heights = []
        for prepare in (on_phone.reset, lambda: on_phone.submit(item.wrong)):
            prepare()
            targets = on_phone.root.locator(TARGETS).locator("visible=true").all()
            heights += [target.bounding_box()["height"] for target in targets]
        assert min(heights) >= FINGER

    @each_kind
    def test_nothing_runs_off_a_narrow_page(self, narrow, item):
        exercise = as_new(narrow, item)
        exercise.submit(item.wrong)
        exercise.reveal()
        assert exercise.page.evaluate(OVERHANG) <= 0


class TestFeedback:
    @each_kind
    def test_the_first_wrong_attempt_offers_hint_retry_and_answer(self, exercise, item):
        exercise.submit(item.wrong)
        offered = [
            action
            for action in ("submit", "retry", "hint", "reveal")
            if exercise.button(action).is_visible()
        ]
        assert offered == ["retry", "hint", "reveal"]

    @pytest.mark.parametrize(
        "item",
        [samples()[name] for name in ("single", "multiple", "categorise", "mark", "evidence")],
    )
    def test_the_first_wrong_attempt_tells_why_what_was_picked_is_wrong(self, exercise, item):
        exercise.submit(item.wrong)
        told = reasons(exercise)
        assert missing([told[slot] for slot in item.wrong.items()], exercise.shown) == []

    @each_kind
    def test_the_first_wrong_attempt_does_not_show_the_answer(self, exercise, item):
        exercise.submit(item.wrong)
        told = [reasons(exercise)[slot] for slot in item.right.items()]
        assert missing(told, exercise.shown) == told

    @each_kind
    def test_a_retry_does_not_show_the_answer(self, exercise, item):
        exercise.submit(item.wrong)
        exercise.button("retry").click()
        told = list(reasons(exercise).values())
        assert missing(told, exercise.shown) == told

    @each_kind
    def test_the_second_wrong_attempt_shows_the_answer_with_all_reasons(self, exercise, item):
        exercise.submit(item.wrong)
        exercise.button("retry").click()
        exercise.submit(item.wrong)
        assert missing(expected_reasons(exercise, item.wrong), exercise.shown) == []

    @each_kind
    def test_a_right_attempt_shows_all_reasons(self, exercise, item):
        exercise.submit(item.right)
        assert missing(expected_reasons(exercise, item.right), exercise.shown) == []

    @each_kind
    def test_the_answer_is_marked_beside_a_wrong_one(self, exercise, item):
        exercise.submit(item.wrong)
        exercise.reveal()
        marks = exercise.root.locator(".exercise-live [data-mark]")
        assert marks.count() >= len(item.wrong)
        assert all(mark.inner_text().strip() for mark in marks.all())


def expected_reasons(exercise, response):
    """Give the reasons that a full explanation of a response holds.

    Options are explained one by one; a gap by what was filled in.
    """
    every = reasons(exercise)
    if "options" in exercise.payload["face"]:
        return every.values()
    slots = exercise.payload["rubric"]["slots"]
    return [
        every.get((slot, value)) or slots[slot]["other"]["feedback"]
        for slot, value in response.items()
    ]
