"""A close reading: one step open at a time lights its words; printed and without script it is whole."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations

PAGE = "book/c10.html"
LIT = """(element) => getComputedStyle(element).backgroundColor"""
CLEAR = "rgba(0, 0, 0, 0)"


@pytest.fixture
def reading(visit):
    page = visit(PAGE, viewport={"width": 360, "height": 740})
    return page.locator(".addition-close-reading")


def test_opening_a_step_closes_the_others_and_lights_its_words(reading):
    first, third = reading.locator(".lit-1").first, reading.locator(".lit-3:not(.lit-1)").first
    assert first.evaluate(LIT) != CLEAR
    assert third.evaluate(LIT) == CLEAR
    reading.locator("summary").nth(2).press("Enter")
    expect(reading.locator("details[open]")).to_have_count(1)
    assert third.evaluate(LIT) != CLEAR
    assert reading.page.evaluate("document.documentElement.scrollWidth") == 360
    assert violations(reading.page, ".addition-close-reading") == []


def test_it_is_printed_whole(reading):
    reading.page.emulate_media(media="print")
    reading.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for step in reading.locator("details").all():
        expect(step.locator("p").first).to_be_visible()
    reading.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(reading.locator("details[open]")).to_have_count(1)


def test_every_step_opens_without_a_script(browser, file_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file_site + PAGE)
    steps = page.locator(".addition-close-reading details")
    for number in range(5):
        if number:
            steps.nth(number).locator("summary").click()
        # The pieces of a citation stand apart, so that it can be shown short.
        assert "第16段第5句" in "".join(steps.nth(number).inner_text().split())
    context.close()
