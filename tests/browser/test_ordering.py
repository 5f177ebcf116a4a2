"""Putting in order: what every reader can do, and what is told of it."""

import pytest

from tests.browser.answering.ordering import STEPS, place_of
from tests.browser.learner import Keyboard
from tests.browser.reader import Exercise, samples

PHONE = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}

pytestmark = pytest.mark.parametrize("item", [samples()["ordering"]], ids=["ordering"])


def middle(locator):
    box = locator.bounding_box()
    return {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}


def swipe(page, start, *, up):
    """Put a finger down, move it up and lift it."""
    touch = page.context.new_cdp_session(page)
    places = [start | {"y": start["y"] - up * step / 10} for step in range(11)]
    for place in places:
        kind = "touchStart" if place is places[0] else "touchMove"
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [place]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.fixture
def rows(exercise):
    return exercise.root.locator(STEPS)


@pytest.fixture
def on_phone(visit, item):
    exercise = Exercise(visit(item.page, **PHONE), item.id)
    exercise.root.locator(STEPS).nth(2).evaluate("(row) => row.scrollIntoView({block: 'center'})")
    return exercise


def test_an_untouched_list_is_no_answer(exercise):
    exercise.button("submit").click()
    assert exercise.state == "unanswered"


def test_an_untouched_list_is_not_in_order(exercise, item, rows):
    assert exercise.response == {}
    rows.first.locator("button").last.click()
    rows.first.locator("button").last.click()
    assert exercise.submit()[0]["state"] != "correct"


def test_moved_and_moved_back_it_is_an_answer(exercise, rows):
    rows.first.locator("button").last.press("ArrowDown")
    rows.nth(1).locator("button").last.press("ArrowUp")
    assert len(exercise.response) == rows.count()


def test_a_moved_entry_keeps_the_focus_and_tells_its_place(exercise, rows):
    text = rows.nth(1).locator(".option-text").inner_text()
    exercise.focus_on_title()
    Keyboard(exercise).tab_to(rows.nth(1).locator("button").first)
    exercise.page.keyboard.press("Enter")
    assert place_of(exercise.root.locator(f"{STEPS}:focus-within")) == 0
    told = exercise.root.locator("[aria-live=polite]").inner_text()
    assert told == f"{text}：第 1 位，共 {rows.count()} 位"


def test_an_entry_at_the_end_stays_there(exercise, rows):
    rows.first.locator("button").first.press("Enter")
    assert exercise.response == {}


def test_a_finger_drags_by_the_handle(on_phone):
    rows = on_phone.root.locator(STEPS)
    text = rows.nth(2).locator(".option-text").inner_text()
    height = rows.nth(2).bounding_box()["height"]
    swipe(on_phone.page, middle(rows.nth(2).locator(".handle")), up=height)
    assert rows.nth(1).locator(".option-text").inner_text() == text
    assert len(on_phone.response) == rows.count()


def test_a_finger_on_the_text_scrolls_the_page(on_phone):
    before = on_phone.page.evaluate("scrollY")
    swipe(on_phone.page, middle(on_phone.root.locator(f"{STEPS} .option-text").nth(2)), up=150)
    on_phone.page.wait_for_function("(before) => scrollY > before", arg=before)
    assert on_phone.response == {}


def test_a_checked_list_stays_as_it_is(exercise, item, rows):
    exercise.submit(item.wrong)
    assert not rows.locator("button").first.is_visible()
    start = middle(rows.last)
    exercise.page.mouse.move(**start)
    exercise.page.mouse.down()
    exercise.page.mouse.move(start["x"], start["y"] - 200, steps=5)
    exercise.page.mouse.up()
    assert exercise.response == item.wrong
