"""From the browser's printer the exercises come out as on the handout, with nothing filled in."""

import pytest

from tests.browser.reader import option_texts, samples
from tests.this_course import load_bank

each_kind = pytest.mark.parametrize("item", samples().values(), ids=samples())


@pytest.fixture
def printed(exercise, item):
    """An exercise answered right and revealed, as the printer takes it."""
    exercise.submit(item.right)
    exercise.page.emulate_media(media="print")
    yield exercise
    exercise.page.emulate_media(media="screen")


@each_kind
def test_there_is_nothing_to_press(printed):
    assert (
        printed.root.locator("button, input, select, summary").locator("visible=true").count() == 0
    )


@each_kind
def test_there_is_no_verdict(printed):
    assert not printed.root.locator("[role=status]").is_visible()


@each_kind
def test_there_is_no_answer(printed, item):
    asked = load_bank().item(item.id)
    told = [f"答案：{asked.key()}", *(why.text for why in asked.reasons())]
    assert not any(text in printed.shown for text in told)


@each_kind
def test_the_question_is_whole_and_in_the_order_of_the_handout(printed, item):
    asked = load_bank().item(item.id)
    options = option_texts(asked)
    places = [printed.shown.find(text) for text in [asked.stem.replace("**", ""), *options]]
    assert places == sorted(places)
    assert -1 not in places


class TestWithAnswers:
    """What the reader asks for by its own button, and only that once."""

    PRINTER = """
      window.printed = [];
      window.print = () => printed.push(document.documentElement.dataset.print ?? '');
    """

    @pytest.fixture
    def page(self, visit):
        page = visit("book/c03.html", init=self.PRINTER)
        page.get_by_role("button", name="打印本页（带答案）").click()
        page.emulate_media(media="print")
        return page

    def test_every_answer_is_printed_with_its_reasons(self, page):
        for item in load_bank().chapters:
            if item.page != "book/c03":
                continue
            for asked in item.items:
                shown = page.locator(f"#ex-{asked.id}").inner_text()
                assert f"答案：{asked.key()}" in shown
                assert all(why.text in shown for why in asked.reasons())

    def test_there_is_nothing_to_press(self, page):
        assert page.locator("button, summary").locator("visible=true").count() == 0

    def test_the_next_print_is_without(self, page):
        page.evaluate("() => dispatchEvent(new Event('afterprint'))")
        assert page.locator("details.answer").locator("visible=true").count() == 0
        page.emulate_media(media="screen")
        page.get_by_role("button", name="打印本页", exact=True).click()
        assert page.evaluate("() => printed") == ["answers", ""]

    def test_a_page_without_exercises_does_not_offer_it(self, visit):
        page = visit("book/terms.html")
        assert page.get_by_role("button", name="打印本页", exact=True).is_visible()
        assert not page.get_by_role("button", name="打印本页（带答案）").is_visible()
