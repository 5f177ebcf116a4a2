"""From the browser's printer the exercises come out as on the handout, with nothing filled in."""

import re
import subprocess
from dataclasses import dataclass

import pytest

from tests.browser.reader import Exercise, option_texts, samples
from tests.this_course import load_bank

each_kind = pytest.mark.parametrize("item", samples().values(), ids=samples())


@dataclass(frozen=True)
class Printed:
    """An exercise as it comes from the printer."""

    shown: str
    has_verdict: bool
    to_press: int


@pytest.fixture(scope="module")
def every_printed(shelf):
    """Every kind, answered right and so revealed, as the printer takes it."""
    pages = shelf()
    exercises = {item.id: Exercise(pages(item.page), item.id) for item in samples().values()}
    for item in samples().values():
        exercises[item.id].submit(item.right)
    printed = {}
    for name in {item.page for item in samples().values()}:
        pages(name).emulate_media(media="print")
        for item in samples().values():
            if item.page == name:
                root = exercises[item.id].root
                to_press = root.locator("button, input, select, summary").locator("visible=true")
                printed[item.id] = Printed(
                    shown=exercises[item.id].shown,
                    has_verdict=root.locator("[role=status]").is_visible(),
                    to_press=to_press.count(),
                )
    return printed


@pytest.fixture
def printed(every_printed, item):
    return every_printed[item.id]


@each_kind
def test_there_is_nothing_to_press(printed):
    assert printed.to_press == 0


@each_kind
def test_there_is_no_verdict(printed):
    assert not printed.has_verdict


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

    @pytest.fixture(scope="class")
    def chapter(self, shelf):
        return shelf(init=self.PRINTER)("book/c03.html")

    @pytest.fixture
    def page(self, chapter):
        page = chapter
        page.emulate_media(media="screen")
        page.evaluate("() => { printed.length = 0; }")
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


#: What is followed on paper by what it heads.
HEADS = """() => [...document.querySelectorAll(
  'h1, h2, h3, h4, dt, caption, thead, tr:has(> th[scope=rowgroup]), .addition-title, .study-time'
)].map((head) => head.innerText)"""


@pytest.mark.parametrize("name", ["c01", "c02", "c06", "demands", "people", "timeline"])
def test_no_page_ends_with_a_heading_and_none_has_only_the_last_line(visit, name):
    page = visit(f"book/{name}.html")
    page.emulate_media(media="print")
    heads = {without_spaces(head) for head in page.evaluate(HEADS)} - {""}
    paper = page.pdf(format="A4", margin={"top": "15mm", "bottom": "15mm"})
    asked = ["pdftotext", "-layout", "-", "-"]
    told = subprocess.run(asked, input=paper, capture_output=True, check=True).stdout.decode()
    pages = [
        [line for line in map(without_spaces, text.split("\n")) if line]
        for text in told.split("\f")[:-1]
    ]
    assert [lines[-1] for lines in pages[:-1] if lines[-1] in heads] == []
    assert all(len(lines) > 3 for lines in pages)


def without_spaces(text):
    return re.sub(r"\s", "", text)
