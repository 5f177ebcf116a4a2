"""No page runs off a small phone, nor an office screen zoomed to twice its size."""

import pytest

from tests.browser.reader import course_pages, keep_display

#: 1280 pixels at 400 % and at 200 % are as wide as these (WCAG 2.2, 1.4.10 Reflow).
WIDTHS = {"320 px": 320, "zoomed to 200 %": 640}
OVERHANG = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("name", course_pages())
def test_nothing_runs_off_the_page(visit, name, width):
    page = visit(name, viewport={"width": width, "height": 640})
    assert page.evaluate(OVERHANG) <= 0


@pytest.mark.parametrize("name", ["book/index.html", "book/c03.html", "book/mirror.html"])
def test_nor_in_the_largest_letters(visit, site, name):
    largest = keep_display(site, size="largest")
    page = visit(name, init=largest, viewport={"width": 320, "height": 640})
    assert page.evaluate("() => document.documentElement.dataset.size") == "largest"
    assert page.evaluate(OVERHANG) <= 0
