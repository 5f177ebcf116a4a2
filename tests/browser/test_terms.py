"""A term in the speech tells what the speech says of it, to mouse, keyboard and finger."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.reader import cut_off, open_page
from tests.second_course import CHAPTERS

PAGE = CHAPTERS[1]
#: The page with the most terms, and with the longest notes: of this repository's course.
FULL = "book/c02.html"
TERM = "a.term[data-note=note-judou]"
NOTE = "#note-judou"
ENTRY = "ciyu.html#term-judou"
#: Whether the one note that is open is within the screen and beside its term.
IS_IN_PLACE = """(term) => {
  const open = document.querySelectorAll('.term-note:popover-open');
  const note = document.getElementById(term.dataset.note);
  const { left, right, top, bottom } = note.getBoundingClientRect();
  const page = document.documentElement;
  return open.length === 1 && open[0] === note && right > left && bottom > top
    && left >= 0 && right <= page.clientWidth && top >= 0 && bottom <= innerHeight
    && page.scrollWidth <= page.clientWidth
    && [...term.getClientRects()].every(
      (r) => r.left >= right || left >= r.right || r.top >= bottom || top >= r.bottom);
}"""
#: Presses all terms, in the middle of the screen and then low on it; names those whose notes are
#: amiss. A note is placed as it opens, and the next one closes it.
PRESS_ALL = f"""() => ['center', 'end'].flatMap((block) =>
  [...document.querySelectorAll('a.term')].filter((term) => {{
    term.scrollIntoView({{ block, behavior: 'instant' }});
    term.dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true, detail: 1 }}));
    return !({IS_IN_PLACE})(term);
  }}).map((term) => `${{term.dataset.note}} ${{block}}`))"""
PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}

#: In the page's own time, which the page's timers keep however busy the machine is.
LONG_ENOUGH_TO_CLOSE = "() => new Promise((done) => setTimeout(done, 500))"


def focus_by_key(page):
    """Come to the term with the tabulator, over the terms before it and their notes."""
    page.locator("a.term").first.focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.locator(TERM).evaluate("(term) => term === document.activeElement"):
            return
    pytest.fail("the tabulator does not come to the term")


@pytest.fixture(scope="module")
def site(shishuo_site):
    return shishuo_site


@pytest.fixture
def page(tab):
    yield tab(PAGE)
    tab.page.emulate_media(media="null")


def test_focus_by_key_opens_the_note_and_escape_or_going_on_closes_it(page):
    focus_by_key(page)
    expect(page.locator(NOTE)).to_be_visible()
    expect(page.locator(TERM)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator(NOTE)).to_be_hidden()
    expect(page.locator(TERM)).to_have_attribute("aria-expanded", "false")
    expect(page.locator(TERM)).to_be_focused()
    focus_by_key(page)
    expect(page.locator(NOTE)).to_be_visible()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.locator(NOTE)).to_be_hidden()


def test_enter_leads_into_the_note_escape_back_to_the_term_and_enter_again_to_the_entry(page):
    focus_by_key(page)
    page.keyboard.press("Enter")
    expect(page.locator(f"{NOTE} a")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(NOTE)).to_be_hidden()
    expect(page.locator(TERM)).to_be_focused()
    focus_by_key(page)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/book/{ENTRY}")
    expect(page.locator(":target")).to_be_in_viewport()


def test_pointing_opens_the_note_and_leaving_closes_it_and_a_click_keeps_it(page):
    page.locator(TERM).hover()
    expect(page.locator(NOTE)).to_be_visible()
    page.locator(NOTE).hover()
    page.evaluate(LONG_ENOUGH_TO_CLOSE)
    expect(page.locator(NOTE)).to_be_visible()
    page.mouse.move(5, 5)
    expect(page.locator(NOTE)).to_be_hidden()
    page.locator(TERM).click()
    expect(page.locator(NOTE)).to_be_visible()
    page.mouse.move(5, 5)
    page.evaluate(LONG_ENOUGH_TO_CLOSE)
    expect(page.locator(NOTE)).to_be_visible()
    assert page.url.endswith(PAGE)


def test_a_tap_opens_the_note_within_the_screen_and_beside_the_term(visit):
    page = visit(PAGE, **PHONE)
    for term in page.locator("a.term").all():
        term.tap()
        note = page.locator(f"#{term.get_attribute('data-note')}")
        expect(note).to_be_visible()
        assert term.evaluate(IS_IN_PLACE)
        page.touchscreen.tap(318, 100)
        expect(note).to_be_hidden()


def test_on_the_fullest_page_each_note_has_its_place(browser, http_site):
    context = browser.new_context(**PHONE)
    cut_off(context, http_site)
    page = open_page(context, http_site + FULL)
    assert page.locator("a.term").count() > 20
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate(PRESS_ALL) == []
    context.close()


def test_nothing_moves_when_a_note_opens_and_axe_has_nothing_against_it(page):
    # What stands below the term.
    below = page.locator(f".speech-part:has({TERM}) .sentence").last
    before = below.bounding_box()
    page.locator(TERM).click()
    page.evaluate("() => scrollTo(0, 0)")
    assert below.bounding_box() == before
    expect(page.locator(NOTE)).to_be_visible()
    assert violations(page, themes=("light", "dark")) == []


def test_without_a_script_a_term_is_a_link_to_its_entry(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + PAGE)
    expect(page.locator(NOTE)).to_be_hidden()
    page.locator(TERM).click()
    page.wait_for_url(f"**/book/{ENTRY}")
    context.close()


def test_terms_print_as_plain_text(page):
    page.emulate_media(media="print")
    assert page.locator(TERM).evaluate("(a) => getComputedStyle(a).textDecorationLine") == "none"
    expect(page.locator(NOTE)).to_be_hidden()
