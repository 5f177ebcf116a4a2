"""A verdict leads to the sentence that it rests on, and Back leads to the exercise again."""

import functools
from dataclasses import dataclass

import pytest

from tests.browser.reader import IN_VIEW, READY, Exercise, samples

each_kind = pytest.mark.parametrize("item", samples().values(), ids=samples())


# Over http: see test_memory.
@pytest.fixture(scope="module")
def site(http_site):
    return http_site


@dataclass
class Journey:
    """What a reader meets who follows a source and comes back."""

    lit: str = ""
    state: str = ""


@pytest.fixture(scope="module")
def journey(shelf):
    """Follow a source of each kind and come back, in one tab; a place not reached is an error."""
    pages = shelf()
    items = {item.id: item for item in samples().values()}

    @functools.cache
    def journey(id_):
        exercise = Exercise(pages(items[id_].page), id_)
        exercise.submit(items[id_].right)
        anchor = exercise.root.locator("a[data-source]").first
        anchor.scroll_into_view_if_needed()
        target = anchor.get_attribute("href").partition("#")[2]
        sentence = exercise.page.locator(f"#{target}:target")
        journey = Journey()
        anchor.click()
        exercise.page.wait_for_function(IN_VIEW, arg=sentence.element_handle())
        journey.lit = sentence.evaluate("(lit) => getComputedStyle(lit).backgroundColor")
        exercise.page.go_back()
        exercise.page.locator(READY).wait_for(state="attached")
        exercise.page.wait_for_function(IN_VIEW, arg=exercise.root.element_handle())
        journey.state = exercise.state
        return journey

    return journey


@each_kind
def test_the_link_goes_to_the_sentence_and_lights_it_up(journey, item):
    assert journey(item.id).lit != "rgba(0, 0, 0, 0)"


@each_kind
def test_back_returns_to_the_exercise_with_its_verdict(journey, item):
    assert journey(item.id).state == "correct"


def test_back_and_reload_come_to_the_place_that_was_left_however_slow_the_machine(visit):
    item = samples()["short"]
    exercise = Exercise(visit(item.page), item.id)
    exercise.submit(item.right)
    link = exercise.root.locator("a[data-source]").first
    link.scroll_into_view_if_needed()
    page = exercise.page
    cdp = page.context.new_cdp_session(page)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": 10})
    link.click()
    for turn_back in (page.go_back, page.reload):
        turn_back()
        page.locator(READY).wait_for(state="attached")
        page.wait_for_function(IN_VIEW, arg=exercise.root.element_handle())
