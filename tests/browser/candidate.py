"""Someone who sits a test: begins a paper, answers, submits, reads the result."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from course import Course
from tests.browser.reader import Exercise, bank, stored_name
from tests.second_course import SHISHUO
from tests.this_course import COURSE

PAGE = "book/test.html"
READY = "html[data-test=ready]"
ITEMS = {item.id: item for course in (COURSE, SHISHUO) for item in bank(course)}

STORED = "(start) => Object.keys(localStorage).filter((key) => key.startsWith(start))"
FITS = "() => document.documentElement.scrollWidth <= innerWidth"
#: Everything to press that is smaller than a finger, but for links within text.
SMALL = """() => [...document.querySelectorAll('#exam, dialog')]
  .flatMap((part) => [...part.querySelectorAll('button, summary, select, input:not([type=radio])')])
  .filter((control) => control.checkVisibility() && control.type !== 'checkbox')
  .filter((control) => control.getBoundingClientRect().height < 43.5)
  .map((control) => control.outerHTML)"""

ANSWER = """(given) => {
  for (const [id, response] of Object.entries(given))
    document.getElementById(`ex-${id}`).response = response;
}"""
FACTS = """(rows) => rows.map((row) =>
  [row.querySelector('dt').innerText, row.querySelector('dd').innerText])"""


class Candidate:
    """Someone at the page of the tests of a course."""

    def __init__(self, page: Page, course: Course = COURSE):
        self.page, self.course = page, course
        page.locator(READY).wait_for(state="attached")

    def press(self, name):
        self.page.locator("#exam").get_by_role("button", name=name, exact=True).click()

    def begin(self, seed="", *, plan="final", name=""):
        self.page.locator("#exam-plan").select_option(plan)
        self.page.locator("#exam-seed").fill(seed)
        self.page.locator("#exam-name").fill(name)
        self.press("开始答题")
        self.page.locator(".exam-sitting, dialog[open]").first.wait_for()
        return self

    @property
    def screen(self):
        return self.page.locator("#exam").get_attribute("data-screen")

    @property
    def status(self):
        return self.page.locator(".exam-status")

    @property
    def questions(self):
        """The ids of the questions, in the paper's order."""
        self.page.locator(".exam-sitting").wait_for()
        roots = self.page.locator("#exam section.exercise")
        return roots.evaluate_all("(roots) => roots.map((root) => root.dataset.item)")

    @property
    def shown(self):
        """The id of the question that is shown."""
        root = self.page.locator(".exam-question:not([hidden]) section.exercise")
        return root.get_attribute("data-item")

    def number(self, number):
        return self.page.locator(".exam-number").nth(number - 1)

    def press_number(self, number):
        self.number(number).click()

    def exercise(self, item_id):
        return Exercise(self.page, item_id)

    def answer_all(self, response_of):
        """Answer each question by what a function gives for its item; None is no answer."""
        given = {item_id: response_of(ITEMS[item_id]) for item_id in self.questions}
        given = {item_id: response for item_id, response in given.items() if response is not None}
        self.page.evaluate(ANSWER, given)
        return self

    @property
    def dialog(self):
        return self.page.locator("dialog[open]")

    def submit(self):
        self.press("交卷")
        self.dialog.get_by_role("button", name="交卷", exact=True).click()
        self.page.locator(".exam-result").wait_for()
        return self

    def abandon(self):
        self.press("放弃这份试卷")
        self.dialog.get_by_role("button", name="放弃", exact=True).click()
        self.page.locator(".exam-start").wait_for()

    @property
    def facts(self):
        """What the sheet tells, by name."""
        return dict(self.page.locator(".exam-facts div").evaluate_all(FACTS))

    @property
    def score(self):
        """Points earned and points to be had."""
        found = re.match(r"([\d.]+) 分（满分 (\d+) 分", self.facts["得分"])
        return float(found[1]), int(found[2])

    def stored(self, kind):
        return self.page.evaluate(STORED, stored_name(self.page.url, kind, course=self.course))

    def reload(self):
        self.page.reload()
        self.page.locator(READY).wait_for(state="attached")

    def go_on(self):
        self.press("继续答题")
        expect(self.page.locator(".exam-sitting")).to_be_visible()
