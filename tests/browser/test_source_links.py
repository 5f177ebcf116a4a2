"""A verdict leads to the sentence that it rests on, and Back leads to the exercise again."""

from dataclasses import dataclass, field

import pytest

from tests.browser.reader import IN_VIEW, READY, Exercise, samples
from tests.second_course import CHAPTERS, SHISHUO

SAMPLES = samples(SHISHUO)
each_kind = pytest.mark.parametrize("name", SAMPLES)

#: Of a sentence that is linked to, once the browser has gone to it.
LIT = "(lit) => getComputedStyle(lit).backgroundColor"
#: As a link to another place of the same page; Back leads to the page before.
GO_TO = "(anchor) => location.replace(`#${anchor}`)"
#: A browser that leaves it to the page where a reader comes back to, as all do at a slow moment.
RESTORES_NO_PLACE = "history.scrollRestoration = 'manual'"
TOP = "(element) => element.getBoundingClientRect().top"


# Over http: see test_memory.
@pytest.fixture(scope="module")
def site(shishuo_site):
    return shishuo_site


@dataclass
class Journey:
    """What a reader meets who follows sources and comes back, by the kind of the exercise."""

    lit: dict[str, str] = field(default_factory=dict)
    state: dict[str, str] = field(default_factory=dict)


def first_link(exercise):
    return exercise.root.locator("a[data-source]").first


@pytest.fixture(scope="module")
def journey(shelf):
    """Follow sources of all kinds; a place that is not reached is an error."""
    pages, journey = shelf(), Journey()
    for page in {item.page for item in SAMPLES.values()}:
        asked = {
            name: Exercise(pages(page), item.id)
            for name, item in SAMPLES.items()
            if item.page == page
        }
        for name, exercise in asked.items():
            exercise.submit(SAMPLES[name].right)
        for names in by_page_of_source(asked).values():
            follow(pages(page), asked, names, journey)
    return journey


def by_page_of_source(asked):
    """Give for each page that verdicts lead to the kinds of which they are, each with its place."""
    found = {}
    for name, exercise in asked.items():
        link = first_link(exercise)
        # A pointer reaches it.
        link.click(trial=True)
        page, _, anchor = link.get_attribute("href").partition("#")
        found.setdefault(page, {})[name] = anchor
    return found


def follow(page, asked, places, journey):
    """Follow the first of some links to one page, look at all that is linked there, go back."""
    clicked, *_ = places
    first_link(asked[clicked]).click()
    for name, anchor in places.items():
        sentence = page.locator(f"#{anchor}:target")
        if name != clicked:
            page.evaluate(GO_TO, anchor)
        page.wait_for_function(IN_VIEW, arg=sentence.element_handle())
        journey.lit[name] = sentence.evaluate(LIT)
    went, _, _ = page.url.partition("#")
    page.go_back()
    if page.url.startswith(went):
        # Back within the page: what is shown is not yet what was saved.
        page.reload()
    page.locator(READY).wait_for(state="attached")
    page.wait_for_function(IN_VIEW, arg=asked[clicked].root.element_handle())
    for name in places:
        journey.state[name] = asked[name].state


@each_kind
def test_the_link_goes_to_the_sentence_and_lights_it_up(journey, name):
    assert journey.lit[name] != "rgba(0, 0, 0, 0)"


@each_kind
def test_back_returns_to_the_exercise_with_its_verdict(journey, name):
    assert journey.state[name] == "correct"


def test_back_and_reload_come_to_the_place_that_was_left(visit):
    # Its first sentence is on another page.
    item = SAMPLES["tree-words"]
    exercise = Exercise(visit(item.page, init=RESTORES_NO_PLACE), item.id)
    page = exercise.page
    exercise.submit(item.right)
    link = first_link(exercise)
    link.scroll_into_view_if_needed()
    left = link.evaluate(TOP)
    link.click()
    page.wait_for_url(f"**/{CHAPTERS[0]}#*")
    for turn_back in (page.go_back, page.reload):
        turn_back()
        page.locator(READY).wait_for(state="attached")
        assert link.evaluate(TOP) == pytest.approx(left, abs=1)
