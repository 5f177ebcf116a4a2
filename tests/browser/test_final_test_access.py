"""A test is sat by keyboard alone, on a narrow phone, and axe finds nothing in any state."""

from __future__ import annotations

import pytest

from tests.browser.axe import THEMES, violations
from tests.browser.candidate import FITS, ITEMS, PAGE, SMALL, Candidate
from tests.browser.learner import Keyboard
from tests.browser.reader import Exercise

SEED = "2023"
CHAPTER = "c13"
#: A test of few questions in eight kinds; axe looks at every kind in the chapters.
OF_MANY_KINDS = "across"
LIMIT = 400
OPEN = "(summaries) => summaries.forEach((summary) => summary.click())"


@pytest.fixture(scope="module")
def site(http_site):
    return http_site


def states(candidate, plan="final"):
    """Lead through every screen of a test, stopping at each."""
    yield "start"
    candidate.begin(SEED, plan=plan)
    yield "sitting, nothing answered"
    candidate.answer_all(lambda item: None if item.kind == "single" else item.right)
    candidate.press("标记")
    yield "sitting, some answered and one marked"
    candidate.press("交卷")
    yield "asked whether to submit"
    candidate.page.keyboard.press("Escape")
    candidate.reload()
    yield "unfinished"
    candidate.go_on()
    candidate.submit()
    yield "result"
    candidate.page.get_by_label("只看没有全对的题").uncheck()
    candidate.page.locator(".exam-review summary").evaluate_all(OPEN)
    yield "result, all questions open"
    candidate.press("返回，另做一份")
    candidate.page.locator(".exam-history").wait_for()
    yield "history"


WIDE = {"width": 1280, "height": 720}
NARROW = {"width": 320, "height": 640}


def test_axe_finds_nothing_in_any_state(visit):
    candidate = Candidate(visit(PAGE, viewport=WIDE))
    for state in states(candidate, OF_MANY_KINDS):
        part = "dialog[open]" if candidate.dialog.count() else "main"
        candidate.page.set_viewport_size(NARROW)
        assert violations(candidate.page, part) == [], (state, "narrow")
        candidate.page.set_viewport_size(WIDE)
        again = violations(candidate.page, part, themes=tuple(THEMES))
        assert again == [], state


def test_on_a_narrow_phone_nothing_overflows_and_every_target_fits_a_finger(visit):
    phone = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
    candidate = Candidate(visit(PAGE, **phone))
    for state in states(candidate):
        assert candidate.page.evaluate(FITS), state
        assert candidate.page.evaluate(SMALL) == [], state


class Keys:
    """Nothing but keys."""

    def __init__(self, page):
        self.page = page
        self.press = page.keyboard.press

    def tab_to(self, locator):
        for _ in range(LIMIT):
            if locator.evaluate("(element) => element === document.activeElement"):
                return
            self.press("Tab")
        raise AssertionError(f"Tab never gets to {locator}")

    def use(self, name):
        self.tab_to(self.page.get_by_role("button", name=name, exact=True).locator("visible=true"))
        self.press("Enter")


def test_a_test_is_sat_from_start_to_result_by_keyboard_alone(visit):
    candidate = Candidate(visit(PAGE))
    keys = Keys(candidate.page)
    keys.tab_to(candidate.page.locator("#exam-plan"))
    chosen = candidate.page.locator("#exam-plan")
    keys.press("End")
    while chosen.input_value() != CHAPTER:
        keys.press("ArrowUp")
    keys.tab_to(candidate.page.locator("#exam-seed"))
    candidate.page.keyboard.type("7")
    keys.use("开始答题")
    questions = candidate.questions
    for place, item_id in enumerate(questions):
        assert candidate.shown == item_id
        Keyboard(Exercise(candidate.page, item_id)).answer(ITEMS[item_id].right)
        if place + 1 < len(questions):
            keys.use("下一题")
    keys.use("交卷")
    dialog = candidate.page.locator("dialog")
    assert dialog.evaluate("(dialog) => dialog.contains(document.activeElement)")
    keys.tab_to(dialog.get_by_role("button", name="交卷", exact=True))
    keys.press("Enter")
    candidate.page.locator(".exam-result").wait_for()
    assert candidate.page.evaluate("document.activeElement.id") == "exam-sheet"
    earned, total = candidate.score
    assert earned == total
    keys.use("打印成绩单")
