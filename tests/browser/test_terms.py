"""A term in the speech tells what the speech says of it, to mouse, keyboard and finger."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations

PAGE = "book/c08.html"
#: The page with the most terms.
FULL = "book/c02.html"
TERM = "a.term[data-note=note-youxing-youxiao-fugai]"
NOTE = "#note-youxing-youxiao-fugai"
ENTRY = "term-youxing-youxiao-fugai"
OVERLAP = """([term, note]) => {
  const box = document.querySelector(note).getBoundingClientRect();
  return [...document.querySelector(term).getClientRects()].some(
    (r) => r.left < box.right && box.left < r.right && r.top < box.bottom && box.top < r.bottom);
}"""
INSIDE = """(note) => {
  const box = document.querySelector(note).getBoundingClientRect();
  return box.left >= 0 && box.right <= document.documentElement.clientWidth
    && box.top >= 0 && box.bottom <= innerHeight
    && document.documentElement.scrollWidth <= document.documentElement.clientWidth;
}"""

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
def site(http_site):
    return http_site


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
    page.wait_for_url(f"**/book/terms.html#{ENTRY}")
    expect(page.locator(f"#{ENTRY}")).to_be_in_viewport()


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
    page = visit(FULL, viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 640})
        for term in page.locator("a.term").all():
            term.tap()
            note = f"#{term.get_attribute('data-note')}"
            expect(page.locator(note)).to_be_visible()
            own = f"a.term[data-note={note[1:]}]"
            assert not page.evaluate(OVERLAP, [own, note]), (width, note)
            assert page.evaluate(INSIDE, note), (width, note)
            assert page.locator(".term-note:popover-open").count() == 1
            page.touchscreen.tap(width - 2, 100)
            expect(page.locator(note)).to_be_hidden()


def test_nothing_moves_when_a_note_opens_and_axe_has_nothing_against_it(page):
    # What stands below the term.
    below = page.locator(f".speech-part:has({TERM}) .sentence").last
    before = below.bounding_box()
    page.locator(TERM).click()
    page.evaluate("() => scrollTo(0, 0)")
    assert below.bounding_box() == before
    expect(page.locator(NOTE)).to_be_visible()
    assert violations(page, themes=("light", "dark")) == []


def test_without_a_script_a_term_is_a_link_to_its_entry(browser, file_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file_site + PAGE)
    expect(page.locator(NOTE)).to_be_hidden()
    page.locator(TERM).click()
    page.wait_for_url(f"**/book/terms.html#{ENTRY}")
    context.close()


def test_terms_print_as_plain_text(page):
    page.emulate_media(media="print")
    assert page.locator(TERM).evaluate("(a) => getComputedStyle(a).textDecorationLine") == "none"
    expect(page.locator(NOTE)).to_be_hidden()


def test_the_search_finds_index_entries(page):
    page.keyboard.press("Control+K")
    for query, hit in (("国之大者", "term-guozhi-dazhe"), ("37次", "number-37ci")):
        page.locator(".search-field").fill(query)
        # The text itself comes first, then the indexes.
        entry = page.locator(".search-results a").filter(has_text="索引").first
        expect(entry).to_contain_text(query)
        assert entry.get_attribute("href").endswith(f"#{hit}")
