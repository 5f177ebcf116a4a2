"""What a reader does most, in every browser that the course is for."""

from __future__ import annotations

import pytest

from tests.browser.reader import bank, course_pages

pytestmark = pytest.mark.usefixtures("no_error_is_logged")

#: Answers all items of a page wrongly and rightly; gives those that are not graded so.
ANSWER_ALL = """(items) => items.flatMap(({ id, right, wrong }) => {
  const root = document.getElementById(`ex-${id}`);
  const graded = [[wrong, 'wrong'], [right, 'correct']].flatMap(([response, state]) => {
    root.reset();
    root.response = response;
    root.submit();
    const verdict = root.querySelector('[role=status]').textContent.trim();
    const as = `${root.dataset.state}${verdict ? '' : ' without a word'}`;
    return as === state ? [] : [`${id}: ${state} is ${as}`];
  });
  return graded;
})"""
OVERHANG = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
CHAPTER, TERM = "book/c02.html", "a.term[data-note=note-sige-jianchi]"
NOTE = "#note-sige-jianchi"
SELECT = """() => {
  const range = document.createRange();
  range.setStart(document.getElementById('p07-s02'), 0);
  const end = document.getElementById('p07-s03');
  range.setEnd(end, end.childNodes.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
MARKED = """() => {
  const marked = [...document.querySelectorAll('main .sentence.own-mark')].map(({ id }) => id);
  return marked.length ? marked : null;
}"""
#: Presses the button that has these words, as soon as it is there.
PRESS = """() => {
  const button = [...document.querySelectorAll('%s button')].find(
    (each) => each.textContent.trim() === '%s' && each.getClientRects().length);
  button?.click();
  return Boolean(button);
}"""
SHOWN = "() => document.querySelector('%s')?.getClientRects().length > 0"
HIDDEN = "() => !document.querySelector('%s').getClientRects().length"
INSTALLED = """async () => {
  await navigator.serviceWorker.ready;
  return navigator.serviceWorker.controller !== null;
}"""


def there(driven, selector):
    driven.wait(SHOWN % selector, selector)


def press(driven, within, name):
    driven.wait(PRESS % (within, name), name)


def test_every_item_is_graded_on_every_page(driven, visit):
    wrongly = {}
    for page in course_pages():
        if page == "404.html":
            continue
        visit(page)
        items = [
            {"id": item.id, "right": item.right, "wrong": item.wrong}
            for item in bank()
            if item.page == page
        ]
        graded = driven.run(ANSWER_ALL, items)
        if graded or driven.run(OVERHANG) > 0:
            wrongly[page] = graded or "wider than the window"
    assert wrongly == {}


def test_pointer_and_keys_answer(driven, visit):
    item = next(one for one in bank() if one.kind == "single" and one.page == "book/c03.html")
    visit(item.page)
    root = f"#ex-{item.id}"
    driven.run(f"() => document.querySelector('{root}').reset()")
    value = item.right["choice"]
    option = f'{root} input[value="{value}"]'
    driven.click(f'{root} label:has(input[value="{value}"])')
    driven.wait(f"() => document.querySelector('{option}').checked", "the option chosen")
    driven.run(f"() => document.querySelector('{root} [data-action=submit]').focus()")
    driven.press("Enter")
    driven.wait(f"() => document.querySelector('{root}').dataset.state === 'correct'", "graded")


def test_search_finds_a_sentence_and_words(driven, visit):
    visit(CHAPTER)
    driven.press("Control", "k")
    there(driven, ".search-field")
    driven.type("5·10")
    found = "() => document.querySelector('.search-results a')?.href.endsWith('#%s')"
    driven.wait(found % "p05-s10", "the sentence")
    driven.run("() => { document.querySelector('.search-field').value = ''; }")
    driven.type("國之大者")
    driven.wait("() => document.querySelector('.search-results mark')", "words in their old form")
    driven.press("Escape")


def test_a_mark_of_ones_own_stays(driven, visit):
    visit("book/c03.html")
    driven.run(SELECT)
    press(driven, ".selection-bar", "划线")
    driven.wait(MARKED, "marked")
    visit("book/c03.html")
    assert driven.wait(MARKED, "still marked") == ["p07-s02", "p07-s03"]


def test_a_term_opens_its_card(driven, visit):
    visit(CHAPTER)
    driven.click(TERM)
    there(driven, NOTE)
    box = driven.run(
        """(note) => {
        const { left, right, top, bottom } = document.querySelector(note).getBoundingClientRect();
        return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      }""",
        NOTE,
    )
    assert box, "the card is not within the window"
    driven.press("Escape")
    driven.wait(HIDDEN % NOTE, "closed by Escape")
    driven.click(TERM)
    there(driven, NOTE)
    driven.click_at(5, 500)
    driven.wait(HIDDEN % NOTE, "closed by a click elsewhere")


def test_the_marks_of_a_sentence_list_its_items(driven, visit):
    visit("book/c03.html")
    driven.wait("() => document.querySelector('button.part-items')", "the marks")
    driven.run("() => document.querySelector('button.part-items').focus()")
    driven.press("Enter")
    there(driven, ".sentence-items-list a")
    driven.press("Escape")
    driven.wait(HIDDEN % ".sentence-items-list", "closed by Escape")


def test_what_was_missed_is_reviewed(driven, visit):
    item = next(one for one in bank() if one.kind == "single" and one.page == "book/c04.html")
    visit(item.page)
    answer = """(id, response) => {
      const root = document.getElementById(id);
      root.reset();
      root.response = response;
      root.submit();
    }"""
    driven.run(answer, f"ex-{item.id}", item.wrong)
    visit("book/review.html")
    asked = "() => document.querySelector('#review section.exercise')?.dataset.item"
    first = driven.wait(asked, "an item under review")
    right = next(one.right for one in bank() if one.id == first)
    driven.run(answer, f"ex-{first}", right)
    press(driven, "#review", "下一题")
    gone_on = f"() => document.querySelector('#review section')?.dataset.item !== '{first}'"
    driven.wait(gone_on, "the next item")
    stored = "(id) => Object.keys(localStorage).some((name) => name.endsWith(`:review:${id}`))"
    assert driven.run(stored, first)


def test_a_test_is_sat(driven, visit):
    visit("book/test.html")
    driven.wait("() => document.documentElement.dataset.test === 'ready'", "the tests")
    driven.run("""() => {
      const plan = document.querySelector('#exam-plan');
      plan.value = 'c07';
      plan.dispatchEvent(new Event('change', { bubbles: true }));
    }""")
    press(driven, "#exam", "开始答题")
    there(driven, ".exam-sitting")
    answer = """(right) => {
      for (const root of document.querySelectorAll('#exam section.exercise')) {
        root.response = right[root.dataset.item];
      }
    }"""
    driven.run(answer, {one.id: one.right for one in bank()})
    press(driven, "#exam", "交卷")
    press(driven, "dialog[open]", "交卷")
    there(driven, ".exam-result")
    facts = driven.run("() => document.querySelector('.exam-facts').textContent")
    scored, full = facts.split("得分")[1].split(" 分（满分 ")
    assert scored == full.split(" ")[0]


def test_the_course_is_read_without_its_host(driven, visit, host):
    visit("book/c03.html")
    driven.wait("async () => Boolean(await navigator.serviceWorker.ready)", "the offline copy")
    visit("book/c03.html")
    driven.wait(INSTALLED, "a page from the offline copy")
    with host.away():
        for page in ("book/c05.html", "book/terms.html"):
            visit(page)
