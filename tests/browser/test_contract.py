"""Every exercise of the bank keeps the page's contract, with no server and no kernel."""

import functools
import re

import pytest

from tests.browser.reader import SITE, Tab, bank

PAGES = {
    page: [item for item in bank() if item.page == page]
    for page in sorted({item.page for item in bank()})
}

#: What becomes of each exercise of a page, one after the other, as a script has it done.
TRY_ALL = """(items) => {
  const heard = [];
  document.addEventListener('exercise:graded', ({ detail }) => heard.push(detail));
  const verdict = (root) => root.querySelector('[role=status]').innerText;
  const submit = (root, response) => {
    heard.length = 0;
    root.response = response;
    root.submit();
    return { state: root.dataset.state, heard: [...heard] };
  };
  const links = (root) => [...root.querySelectorAll('a[data-source]')];
  const tryOut = ({ id, right, wrong, part }) => {
    const root = document.querySelector(`section#ex-${id}`);
    const anew = (does) => { root.reset(); return does(); };
    const answerWith = (response) => anew(() => submit(root, response));
    const { item, kind, state } = root.dataset;
    return {
      title: document.querySelector(`section#ex-${id} #${root.getAttribute('aria-labelledby')}`)
        .innerText,
      said: [item, kind, state],
      payload: JSON.parse(root.querySelector('script.exercise-data').textContent),
      readBack: anew(() => { root.response = right; return root.response; }),
      right: { ...answerWith(right), verdict: verdict(root) },
      links: links(root).map((a) => a.getAttribute('href')),
      reset: anew(() => (
        { state: root.dataset.state, response: root.response, verdict: verdict(root) }
      )),
      wrong: { ...answerWith(wrong), verdict: verdict(root) },
      part: part && answerWith(part),
      empty: answerWith({}),
      afterEmpty: submit(root, right),
      revealed: anew(() => {
        root.reveal();
        return { state: root.dataset.state, shown: root.innerText };
      }),
    };
  };
  // What goes wrong with one exercise is told by its own tests.
  return items.map((item) => {
    try { return tryOut(item); } catch (error) { return { error: `${error.stack}` }; }
  });
}"""

each_page = pytest.mark.parametrize("page", PAGES)


@pytest.fixture(scope="module")
def tried_on(shelf):
    """What becomes of the exercises of a page, each with its item."""
    # No two pages save anything under one name, and what is not seen need not be painted.
    tab = Tab(shelf(viewport={"width": 1280, "height": 100}))

    @functools.cache
    def tried_on(page):
        given = [
            {"id": item.id, "right": item.right, "wrong": item.wrong, "part": item.partly_right}
            for item in PAGES[page]
        ]
        return list(zip(PAGES[page], tab(page).evaluate(TRY_ALL, given), strict=True))

    return tried_on


@pytest.fixture
def tried(tried_on, page):
    """What becomes of the exercises of a page, if nothing breaks off."""
    tried = tried_on(page)
    assert [(item.id, told["error"]) for item, told in tried if "error" in told] == []
    return tried


@functools.cache
def anchors(page):
    """Give all that a link can lead to on a page."""
    return set(re.findall(r'\bid="([^"]+)"', page.read_text(encoding="utf-8")))


@each_page
def test_each_is_named_by_its_title(tried):
    for item, told in tried:
        assert told["title"].strip(), item.id


@each_page
def test_each_says_what_it_is(tried):
    for item, told in tried:
        assert told["said"] == [item.id, item.kind, "new"]


@each_page
def test_a_response_reads_back(tried):
    for item, told in tried:
        assert told["readBack"] == item.right, item.id


@each_page
def test_a_right_response_earns_full_marks(tried):
    for item, told in tried:
        [graded] = told["right"]["heard"]
        assert told["right"]["state"] == "correct", item.id
        assert graded == {
            "item": item.id,
            "kind": item.kind,
            "score": graded["max"],
            "max": told["payload"]["rubric"]["max"],
            "state": "correct",
            "attempts": 1,
        }


@each_page
def test_a_wrong_response_earns_nothing(tried):
    for item, told in tried:
        [graded] = told["wrong"]["heard"]
        earned = (told["wrong"]["state"], graded["state"], graded["score"])
        assert earned == ("wrong", "wrong", 0), item.id


@each_page
def test_a_response_short_of_a_part_earns_the_others(tried):
    for item, told in tried:
        if item.partly_right:
            [graded] = told["part"]["heard"]
            assert (told["part"]["state"], graded["state"]) == ("partial", "partial"), item.id
            assert 0 < graded["score"] < graded["max"], item.id


def test_there_are_responses_short_of_a_part():
    assert any(item.partly_right for item in bank())


@each_page
def test_an_empty_response_is_unanswered_and_costs_no_attempt(tried):
    for item, told in tried:
        assert told["empty"]["state"] == "unanswered", item.id
        [graded] = told["afterEmpty"]["heard"]
        assert graded["attempts"] == 1, item.id


@each_page
@pytest.mark.parametrize("response", ["right", "wrong"])
def test_the_verdict_stands_in_the_live_region(tried, response):
    for item, told in tried:
        assert told[response]["verdict"].strip(), item.id


@each_page
def test_it_links_to_its_sentences(tried):
    for item, told in tried:
        assert len(told["links"]) >= len(item.source), item.id
        for link in told["links"]:
            page, _, anchor = link.partition("#")
            target = (SITE / item.page).parent / page if page else SITE / item.page
            assert anchor in anchors(target), (item.id, link)


@each_page
def test_revealing_shows_the_answer_without_grading(tried):
    for item, told in tried:
        assert told["revealed"]["state"] == "new", item.id
        shown = told["revealed"]["shown"]
        assert all(reason in shown for reason in reasons(told["payload"], item.right)), item.id


@each_page
def test_resetting_makes_it_new(tried):
    for item, told in tried:
        assert told["reset"] == {"state": "new", "response": {}, "verdict": ""}, item.id


def reasons(payload, response):
    """Give the reasons that the rubric holds for the slots of a response."""
    slots = payload["rubric"]["slots"]
    return [
        slots[slot]["values"][value]["feedback"] or slots[slot]["other"]["feedback"]
        for slot, value in response.items()
    ]
