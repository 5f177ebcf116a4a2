"""Every exercise of the bank keeps the page's contract, with no server and no kernel."""

import pytest

from tests.browser.reader import SITE, bank

ITEMS = bank()
WITH_PARTS = [item for item in ITEMS if item.partly_right]

each_item = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)


@each_item
def test_it_is_named_by_its_title(exercise, item):
    title = exercise.root.get_attribute("aria-labelledby")
    assert exercise.page.locator(f"section#ex-{item.id} #{title}").inner_text().strip()


@each_item
def test_it_says_what_it_is(exercise, item):
    said = [exercise.root.get_attribute(f"data-{name}") for name in ("item", "kind", "state")]
    assert said == [item.id, item.kind, "new"]


@each_item
def test_its_response_reads_back(exercise, item):
    exercise.answer(item.right)
    assert exercise.response == item.right


@each_item
def test_a_right_response_earns_full_marks(exercise, item):
    [graded] = exercise.submit(item.right)
    assert exercise.state == "correct"
    assert graded == {
        "item": item.id,
        "kind": item.kind,
        "score": graded["max"],
        "max": exercise.payload["rubric"]["max"],
        "state": "correct",
        "attempts": 1,
    }


@each_item
def test_a_wrong_response_earns_nothing(exercise, item):
    [graded] = exercise.submit(item.wrong)
    assert (exercise.state, graded["state"], graded["score"]) == ("wrong", "wrong", 0)


@pytest.mark.parametrize("item", WITH_PARTS, ids=lambda item: item.id)
def test_a_response_short_of_a_part_earns_the_others(exercise, item):
    [graded] = exercise.submit(item.partly_right)
    assert (exercise.state, graded["state"]) == ("partial", "partial")
    assert 0 < graded["score"] < graded["max"]


@each_item
def test_an_empty_response_is_unanswered_and_costs_no_attempt(exercise, item):
    exercise.submit({})
    assert exercise.state == "unanswered"
    [graded] = exercise.submit(item.right)
    assert graded["attempts"] == 1


@each_item
@pytest.mark.parametrize("response", ["right", "wrong"])
def test_the_verdict_stands_in_the_live_region(exercise, item, response):
    exercise.submit(getattr(item, response))
    assert exercise.verdict.strip()


@each_item
def test_it_links_to_its_sentences(exercise, item):
    exercise.submit(item.right)
    links = exercise.root.locator("a[data-source]")
    assert links.count() >= len(item.source)
    for link in links.all():
        page, _, anchor = link.get_attribute("href").partition("#")
        target = (SITE / item.page).parent / page if page else SITE / item.page
        assert f'id="{anchor}"' in target.read_text(encoding="utf-8")


@each_item
def test_revealing_shows_the_answer_without_grading(exercise, item):
    exercise.reveal()
    assert exercise.state == "new"
    assert all(reason in exercise.shown for reason in reasons(exercise.payload, item.right))


@each_item
def test_resetting_makes_it_new(exercise, item):
    exercise.submit(item.right)
    exercise.reset()
    assert (exercise.state, exercise.response, exercise.verdict) == ("new", {}, "")


def reasons(payload, response):
    """Give the reasons that the rubric holds for the slots of a response."""
    slots = payload["rubric"]["slots"]
    return [
        slots[slot]["values"][value]["feedback"] or slots[slot]["other"]["feedback"]
        for slot, value in response.items()
    ]
