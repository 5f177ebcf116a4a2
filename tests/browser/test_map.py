"""The map of the speech: links, the reader's progress on it, on a phone and to a screen reader."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.reader import cut_off, open_page, ready
from tests.this_course import load_bank

CHAPTER = next(chapter for chapter in load_bank().chapters if chapter.id == "c08")
MAPS = {"book/index.html": 14, "book/part2.html": 7}


@pytest.fixture(scope="module")
def site(http_site):
    return http_site


@pytest.fixture(scope="module")
def learner(browser, http_site):
    """A learner with a phone who has answered two items of a chapter."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    cut_off(context, http_site)
    page = open_page(context, f"{http_site}{CHAPTER.page}.html")
    for item in CHAPTER.items[:2]:
        page.evaluate(
            "([id, response]) => { const root = document.getElementById(`ex-${id}`);"
            " root.response = response; root.submit(); }",
            [item.id, item.rubric().right_response()],
        )
    yield page
    context.close()


def entry(page):
    return page.locator(".addition-map .map-member", has_text="抓高质量全覆盖").first


@pytest.mark.parametrize("name", MAPS)
def test_the_map_shows_and_says_what_is_done(learner, http_site, name):
    learner.goto(http_site + name)
    expect(entry(learner).locator(".done [aria-hidden]")).to_have_text(f"2/{len(CHAPTER.items)}")
    said = f"练习做了2道，共{len(CHAPTER.items)}道"
    expect(entry(learner).get_by_role("link", name=said)).to_have_count(1)
    expect(learner.locator(".addition-map .done")).to_have_count(1)
    assert learner.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(learner, "main") == []


@pytest.mark.parametrize("name", MAPS)
def test_nothing_is_shown_where_nothing_is_done(tab, name):
    page = tab(name)
    expect(page.locator(".addition-map .done")).to_have_count(0)
    links = page.locator(".addition-map .map-line > a:not(.cite)")
    assert len(set(links.evaluate_all("(links) => links.map(({ href }) => href)"))) >= MAPS[name]


@pytest.mark.parametrize("name", ["book/mirror.html", "book/threads.html"])
def test_the_parts_beside_each_other_fit_a_phone(learner, http_site, name):
    learner.goto(http_site + name)
    assert ready(learner).evaluate("document.documentElement.scrollWidth") == 320
