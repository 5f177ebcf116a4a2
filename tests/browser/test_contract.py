"""Every exercise of the bank keeps the page's contract, with no server and no kernel."""

import functools
import re

import pytest

from tests.browser.reader import SITE, bank

ITEMS = bank()
WITH_PARTS = [item for item in ITEMS if item.partly_right]

#: What becomes of each exercise of a page, one after the other, as a script has it done.
TRY_ALL = """(items) => {
  const heard = [];
  document.addEventListener('exercise:graded', ({ detail }) => heard.push(detail));
  const verdict = (root) => root.querySelector('[role=status]').innerText;
  const submit = (root, response) => {
    heard.length = 0;
    root.response = response;
    root.submit();
    return { state: root.dataset.state, verdict: verdict(root), heard: [...heard] };
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
      right: answerWith(right),
      links: anew(() => { submit(root, right); return links(root).map((a) => a.getAttribute('href')); }),
      wrong: answerWith(wrong),
      part: part && answerWith(part),
      empty: answerWith({}),
      afterEmpty: submit(root, right),
      revealed: anew(() => {
        root.reveal();
        return { state: root.dataset.state, shown: root.innerText };
      }),
      reset: anew(() => {
        submit(root, right);
        root.reset();
        return { state: root.dataset.state, response: root.response, verdict: verdict(root) };
      }),
    };
  };
  // What goes wrong with one exercise is told by its own tests.
  return items.map((item) => {
    try { return tryOut(item); } catch (error) { return { error: `${error.stack}` }; }
  });
}"""

each_item = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)


@pytest.fixture(scope="module")
def tried_on(shelf):
    """What becomes of the exercises of a page, by item."""
    reader = shelf()

    @functools.cache
    def tried_on(name):
        items = [item for item in ITEMS if item.page == name]
        given = [
            {"id": item.id, "right": item.right, "wrong": item.wrong, "part": item.partly_right}
            for item in items
        ]
        with reader.once(name) as page:
            told = page.evaluate(TRY_ALL, given)
            return {item.id: one for item, one in zip(items, told, strict=True)}

    return tried_on


@pytest.fixture
def tried(tried_on, item):
    """What becomes of an exercise."""
    tried = tried_on(item.page)[item.id]
    assert "error" not in tried, tried["error"]
    return tried


@functools.cache
def anchors(page):
    """Give all that a link can lead to on a page."""
    return set(re.findall(r'\bid="([^"]+)"', page.read_text(encoding="utf-8")))


@each_item
def test_it_is_named_by_its_title(tried):
    assert tried["title"].strip()


@each_item
def test_it_says_what_it_is(tried, item):
    assert tried["said"] == [item.id, item.kind, "new"]


@each_item
def test_its_response_reads_back(tried, item):
    assert tried["readBack"] == item.right


@each_item
def test_a_right_response_earns_full_marks(tried, item):
    [graded] = tried["right"]["heard"]
    assert tried["right"]["state"] == "correct"
    assert graded == {
        "item": item.id,
        "kind": item.kind,
        "score": graded["max"],
        "max": tried["payload"]["rubric"]["max"],
        "state": "correct",
        "attempts": 1,
    }


@each_item
def test_a_wrong_response_earns_nothing(tried):
    [graded] = tried["wrong"]["heard"]
    assert (tried["wrong"]["state"], graded["state"], graded["score"]) == ("wrong", "wrong", 0)


@pytest.mark.parametrize("item", WITH_PARTS, ids=lambda item: item.id)
def test_a_response_short_of_a_part_earns_the_others(tried):
    [graded] = tried["part"]["heard"]
    assert (tried["part"]["state"], graded["state"]) == ("partial", "partial")
    assert 0 < graded["score"] < graded["max"]


@each_item
def test_an_empty_response_is_unanswered_and_costs_no_attempt(tried):
    assert tried["empty"]["state"] == "unanswered"
    [graded] = tried["afterEmpty"]["heard"]
    assert graded["attempts"] == 1


@each_item
@pytest.mark.parametrize("response", ["right", "wrong"])
def test_the_verdict_stands_in_the_live_region(tried, response):
    assert tried[response]["verdict"].strip()


@each_item
def test_it_links_to_its_sentences(tried, item):
    assert len(tried["links"]) >= len(item.source)
    for link in tried["links"]:
        page, _, anchor = link.partition("#")
        target = (SITE / item.page).parent / page if page else SITE / item.page
        assert anchor in anchors(target)


@each_item
def test_revealing_shows_the_answer_without_grading(tried, item):
    assert tried["revealed"]["state"] == "new"
    shown = tried["revealed"]["shown"]
    assert all(reason in shown for reason in reasons(tried["payload"], item.right))


@each_item
def test_resetting_makes_it_new(tried):
    assert tried["reset"] == {"state": "new", "response": {}, "verdict": ""}


def reasons(payload, response):
    """Give the reasons that the rubric holds for the slots of a response."""
    slots = payload["rubric"]["slots"]
    return [
        slots[slot]["values"][value]["feedback"] or slots[slot]["other"]["feedback"]
        for slot, value in response.items()
    ]
