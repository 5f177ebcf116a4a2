"""A draft of the course's own is not taken for the speech: on the page, in print, without script."""

import pytest

from tests.browser.learner import Keyboard
from tests.browser.reader import Exercise, open_page
from tests.exercises.banks import SINGLE
from tests.exercises.kinds.test_mark import DRAFT, MARK
from tests.publishing.books import SOUND, SmallBook

TITLE = "拟稿（课程编写，不是原文）"
FACE = "(element) => getComputedStyle(element).fontFamily"


@pytest.fixture(scope="module")
def chapter(tmp_path_factory):
    book = SmallBook(tmp_path_factory.mktemp("book"))
    book.bank(SINGLE, MARK, DRAFT)
    shown = SOUND.replace('"c07-stage"', '"c07-stage", "c07-gatekeepers", "c07-draft-plan"')
    book.chapter(shown.replace("p13", "p13\n```\n\n```{speech} p18", 1))
    built = book.build()
    assert built.code == 0, built.output
    return (book.folder / "_build" / "html" / "book" / "c07.html").as_uri()


@pytest.fixture(scope="module")
def page(browser, chapter):
    context = browser.new_context()
    yield open_page(context, chapter)
    context.close()


def is_set_apart(page):
    """Whether what is seen of the draft is a framed box with a title, in the face of our words."""
    box = page.locator("#ex-c07-draft-plan .draft").locator("visible=true")
    stem = page.locator("#ex-c07-draft-plan .stem").locator("visible=true")
    speech = page.locator("#ex-c07-gatekeepers .passage").locator("visible=true")
    texts = box.locator(".passage").all()
    faces = {text.evaluate(FACE) for text in texts}
    return (
        box.count() == 1
        and box.inner_text().startswith(TITLE)
        and box.evaluate("(box) => getComputedStyle(box).borderTopWidth") == "2px"
        and len(texts) == 2
        and faces == {stem.evaluate(FACE)} != {speech.evaluate(FACE)}
    )


def test_it_is_set_apart_on_the_live_page_and_in_print(page):
    assert page.locator("#ex-c07-draft-plan .exercise-label").inner_text() == "改稿题"
    assert page.locator("#ex-c07-gatekeepers .exercise-label").inner_text() == "划词题"
    assert is_set_apart(page)
    page.emulate_media(media="print")
    assert is_set_apart(page)
    assert not page.locator("#ex-c07-draft-plan .spot").locator("visible=true").count()
    page.emulate_media(media="null")


def test_it_is_set_apart_without_script(browser, chapter):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(chapter)
    assert is_set_apart(page)
    context.close()


def test_its_faults_are_marked_by_keyboard(page):
    exercise = Exercise(page, "c07-draft-plan")
    exercise.reset()
    keyboard = Keyboard(exercise)
    keyboard.answer({"a": "marked", "c": "marked"})
    keyboard.use("submit")
    assert exercise.state == "correct"
    assert "应改为一经发现就严肃处理" in exercise.shown


def test_nothing_runs_off_a_narrow_page(page):
    page.set_viewport_size({"width": 360, "height": 800})
    exercise = Exercise(page, "c07-draft-plan")
    exercise.reset()
    exercise.submit({"b": "marked"})
    exercise.reveal()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
