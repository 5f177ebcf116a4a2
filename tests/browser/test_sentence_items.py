"""From a sentence to the exercises that rest on it, and the text none the worse for it."""

import pytest
from playwright.sync_api import expect

from exercises import load_bank
from speech import load_speech
from tests.browser.axe import violations
from tests.second_course import CHAPTERS, SHISHUO

PAGE = CHAPTERS[0]
MARK, PART, LIST = ".sentence-items", ".part-items", ".sentence-items-list"
FINGER = {"has_touch": True, "is_mobile": True, "viewport": {"width": 320, "height": 640}}


@pytest.fixture(scope="module")
def site(shishuo_site):
    return shishuo_site


@pytest.fixture
def page(tab):
    page = tab(PAGE)
    page.wait_for_selector(PART, state="attached")
    return page


@pytest.fixture
def read(visit):
    def read(**traits):
        page = visit(PAGE, **traits)
        page.wait_for_selector(PART, state="attached")
        return page

    return read


def resting_on(sentence):
    """Name the items of the bank that are listed beside a sentence."""
    return {item.id for item in load_bank(SHISHUO) if sentence in item.linked_from}


def test_every_page_with_text_finds_its_part(shishuo):
    pages = [
        file.stem
        for file in (shishuo.site / "book").glob("*.html")
        if 'class="sentence" id=' in file.read_text(encoding="utf-8")
    ]
    assert len(pages) > len(CHAPTERS)
    parts = shishuo.site / "_static" / "sentence-items"
    assert sorted(file.stem for file in parts.iterdir()) == sorted(f"book-{name}" for name in pages)


def test_each_sentence_counts_the_items_that_rest_on_it(page):
    shown = page.locator(".sentence").evaluate_all(
        """(sentences) => sentences.map(({ id, nextElementSibling: mark }) =>
          [id, mark?.matches('.sentence-items') ? Number(mark.dataset.count) : 0])"""
    )
    sentences = {sentence.anchor: sentence for sentence in load_speech(SHISHUO).sentences}
    assert shown == [[anchor, len(resting_on(sentences[anchor]))] for anchor, _ in shown]
    assert sum(count for _, count in shown)


def test_a_paragraphs_mark_lists_its_sentences_items_and_leads_to_them(page):
    page.locator("p.speech-part").first.hover()
    page.locator(PART).first.click()
    shown = page.locator(f"{LIST} a")
    part = page.locator("p.speech-part").first
    anchors = part.locator(".sentence").evaluate_all("(all) => all.map(({ id }) => id)")
    wanted = {
        item
        for sentence in load_speech(SHISHUO).sentences
        if sentence.anchor in anchors
        for item in resting_on(sentence)
    }
    hrefs = shown.evaluate_all("(links) => links.map(({ hash }) => hash)")
    assert {href.removeprefix("#ex-") for href in hrefs} == wanted
    shown.last.click()
    assert not page.locator(LIST).is_visible()
    expect(page.locator("section.exercise:target")).to_have_count(1)


def test_it_is_reached_and_left_by_keyboard(page):
    page.locator(f"button{PART}").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(LIST)).to_be_visible()
    page.keyboard.press("Tab")
    assert page.locator(f"{LIST} a").first.evaluate("(a) => a === document.activeElement")
    page.keyboard.press("Escape")
    expect(page.locator(LIST)).to_be_hidden()
    assert page.locator(f"button{PART}").first.evaluate("(b) => b === document.activeElement")


def test_the_marks_are_hidden_from_the_eye_until_they_are_wanted(page):
    page.mouse.move(0, 0)
    part = page.locator(PART).first
    opacity = "(mark) => getComputedStyle(mark).opacity"
    assert part.evaluate(opacity) == "0"
    assert not page.locator(MARK).first.is_visible()
    part.focus()
    assert part.evaluate(opacity) == "1"


def test_the_text_stays_the_speechs_own(page):
    for part in page.locator("p.speech-part").all():
        words = "".join(part.locator(".sentence").all_inner_texts())
        number = "".join(part.locator(".paragraph-number").all_text_contents())
        assert part.text_content().strip() == (number + words).strip()


def test_a_finger_finds_a_mark_of_its_size_below_the_paragraph_and_paper_has_none(read):
    page = read(**FINGER)
    part = page.locator(PART).first
    box = part.bounding_box()
    assert box["width"] >= 44
    assert box["height"] >= 44
    assert violations(page, "body", themes=("light", "dark")) == []
    part.tap()
    expect(page.locator(LIST)).to_be_visible()
    list_ = page.locator(LIST).bounding_box()
    assert list_["x"] >= 0
    assert list_["x"] + list_["width"] <= 320
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page, "body", themes=("light", "dark")) == []
    page.emulate_media(media="print")
    assert page.locator(f"{MARK}:visible, {PART}:visible").count() == 0


def test_it_is_accessible_open_and_closed(page):
    page.locator("p.speech-part").first.hover()
    assert violations(page, "body", themes=("light", "dark")) == []
    page.locator(f"button{PART}").first.click()
    expect(page.locator(LIST)).to_be_visible()
    assert violations(page, "body", themes=("light", "dark")) == []
