"""Going through the book: keyboard shortcuts, and where the reader left off."""

import pytest

from tests.browser.reader import ALIVE, stored_name
from tests.second_course import CHAPTERS, FRONT, SHISHUO

_, PAGE, NEXT = CHAPTERS
KEPT = "(anchor) => Object.values(localStorage).some((saved) => saved.includes(anchor))"


@pytest.fixture(scope="module")
def site(shishuo_site):
    # Over http, where leaving a page keeps the process that writes the place.
    return shishuo_site


@pytest.fixture
def chapter(tab):
    return tab(PAGE)


def focused_exercise(page):
    return page.evaluate("document.activeElement.id")


def test_arrows_lead_to_the_neighbours(chapter):
    chapter.keyboard.press("ArrowRight")
    chapter.wait_for_url(f"**/{NEXT}")
    chapter.wait_for_selector(ALIVE)
    chapter.keyboard.press("ArrowLeft")
    chapter.wait_for_url(f"**/{PAGE}")


def test_letters_lead_from_exercise_to_exercise(chapter):
    ids = chapter.locator("section.exercise").evaluate_all("(all) => all.map((one) => one.id)")
    for wanted in (ids[0], ids[1], ids[2]):
        chapter.keyboard.press("j")
        assert focused_exercise(chapter) == wanted
    chapter.keyboard.press("k")
    assert focused_exercise(chapter) == ids[1]


def test_the_panel_lists_the_shortcuts_and_gives_the_focus_back(chapter):
    button = chapter.get_by_role("button", name="键盘快捷键")
    button.focus()
    chapter.keyboard.press("Enter")
    dialog = chapter.get_by_role("dialog", name="键盘快捷键")
    assert dialog.is_visible()
    assert dialog.locator("dt").count() == dialog.locator("dd").count() > 5
    chapter.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert button.evaluate("(button) => button === document.activeElement")
    chapter.keyboard.press("Shift+?")
    assert dialog.is_visible()


def test_a_phone_has_no_button_for_keys(visit):
    phone = visit(PAGE, is_mobile=True, has_touch=True)
    assert phone.get_by_role("button", name="打印本页").first.is_visible()
    assert not phone.locator("#help-button").is_visible()


def test_shortcuts_can_be_turned_off_and_stay_off(chapter):
    chapter.keyboard.press("Shift+?")
    chapter.get_by_label("使用这些快捷键").uncheck()
    chapter.keyboard.press("Escape")
    chapter.reload()
    chapter.wait_for_selector(ALIVE)
    chapter.keyboard.press("Shift+?")
    chapter.keyboard.press("j")
    assert chapter.get_by_role("dialog").count() == 0
    assert not focused_exercise(chapter)
    chapter.keyboard.press("ArrowRight")
    chapter.keyboard.press("Shift+?")
    assert chapter.url.endswith(PAGE)
    assert chapter.get_by_role("dialog").count() == 0


def test_with_a_modifier_a_key_is_the_browsers(chapter):
    sentence = chapter.locator(".sentence").first
    chapter.evaluate(
        "() => { window.taken = [];"
        " document.addEventListener('keydown', (event) => taken.push(event.defaultPrevented)); }"
    )
    for key in ("Shift", "Control", "Alt", "Meta"):
        sentence.evaluate("(words) => getSelection().setBaseAndExtent(words, 0, words, 1)")
        for pressed in ("ArrowRight", "j", "m"):
            if (key, pressed) != ("Alt", "ArrowRight"):
                chapter.keyboard.press(f"{key}+{pressed}")
    taken = chapter.evaluate("() => taken")
    assert taken
    assert not any(taken)
    assert chapter.url.endswith(PAGE)


def test_a_page_that_is_not_there_is_not_read_to_its_end(visit):
    scale = "() => getComputedStyle(document.querySelector('.bar'), '::after').transform"
    # As large as its window.
    page = visit("404.html", viewport={"width": 360, "height": 740})
    assert page.evaluate(scale) == "matrix(0, 0, 0, 1, 0, 0)"


def test_what_is_typed_in_a_field_is_no_shortcut(tab):
    page = tab("search.html")
    field = page.locator("#search-page input")
    field.press_sequentially("mdj/?")
    field.press("ArrowRight")
    assert field.input_value() == "mdj/?"
    assert page.get_by_role("dialog").count() == 0


def test_the_front_page_says_nothing_to_a_new_reader(tab):
    assert not tab(FRONT).locator("#resume").is_visible()


def test_the_front_page_leads_to_where_the_reader_left_off(chapter, site):
    chapter.locator("#p04-s02").evaluate("(sentence) => sentence.scrollIntoView()")
    chapter.wait_for_function(KEPT, arg="p04-s0")
    chapter.goto(site + FRONT)
    link = chapter.locator("#resume a")
    assert "从师之惑" in link.inner_text()
    link.click()
    chapter.wait_for_url(f"**/{PAGE}#p04-*")
    assert chapter.locator(".sentence:target").count() == 1


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "null",
        '{"page": "javascript:alert(1)//", "title": "x", "anchor": "", "words": ""}',
        '{"page": "book/shizhidao", "title": 3, "anchor": "p02", "words": ""}',
    ],
)
def test_a_damaged_place_is_passed_over(tab, site, stored):
    page = tab(FRONT, {stored_name(site, "place", course=SHISHUO): stored})
    assert not page.locator("#resume").is_visible()
    assert page.locator("h1").is_visible()
