"""Side notes stand beside what they are about where there is room, and below it elsewhere."""

from itertools import pairwise

import pytest

from tests.browser.reader import course_pages

WIDE = {"viewport": {"width": 1440, "height": 900}}
NARROW = {"viewport": {"width": 1100, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}}
CHAPTERS = [page for page in course_pages() if page.startswith("book/c")]

BOXES = """() => [...document.querySelectorAll('.beside')].map((group) => {
  const box = (selector) => {
    const { left, top, right, bottom } = group.querySelector(selector).getBoundingClientRect();
    return { left, top: top + scrollY, right, bottom: bottom + scrollY };
  };
  return { speech: box('.beside-speech'), notes: box('.beside-notes') };
})"""
OVERHANG = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("name", CHAPTERS)
def test_on_a_wide_screen_notes_are_level_with_their_text(visit, name):
    page = visit(name, **WIDE)
    groups = page.evaluate(BOXES)
    assert groups
    for group in groups:
        assert group["notes"]["left"] >= group["speech"]["right"]
        assert abs(group["notes"]["top"] - group["speech"]["top"]) < 30
    assert page.evaluate(OVERHANG) <= 0


@pytest.mark.parametrize("name", CHAPTERS)
def test_no_notes_run_into_the_next(visit, name):
    notes = [group["notes"] for group in visit(name, **WIDE).evaluate(BOXES)]
    for above, below in pairwise(notes):
        assert above["bottom"] <= below["top"]


@pytest.mark.parametrize("width", [NARROW, PHONE], ids=["narrow", "phone"])
def test_elsewhere_they_stand_below_it(visit, width):
    for group in visit("book/c03.html", **width).evaluate(BOXES):
        assert group["notes"]["top"] >= group["speech"]["bottom"]


def test_they_are_read_after_their_text(visit):
    order = visit("book/c03.html", **WIDE).evaluate("""() => [
      ...document.querySelectorAll('.beside > *')].map((part) => part.className)""")
    assert order == ["beside-speech", "beside-notes"] * (len(order) // 2)
