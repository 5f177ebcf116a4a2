"""A verdict leads to the sentence that it rests on, and Back leads to the exercise again."""

import pytest

from tests.browser.reader import IN_VIEW, READY, Exercise, samples

each_kind = pytest.mark.parametrize("item", samples().values(), ids=samples())


# Over http: see test_memory.
@pytest.fixture(scope="module")
def site(http_site):
    return http_site


@pytest.fixture
def link(visit, item):
    exercise = Exercise(visit(item.page), item.id)
    exercise.submit(item.right)
    link = exercise.root.locator("a[data-source]").first
    link.scroll_into_view_if_needed()
    return exercise, link


@each_kind
def test_the_link_goes_to_the_sentence_and_lights_it_up(link):
    exercise, anchor = link
    sentence = exercise.page.locator(f"#{anchor.get_attribute('href').partition('#')[2]}:target")
    anchor.click()
    exercise.page.wait_for_function(IN_VIEW, arg=sentence.element_handle())
    assert sentence.evaluate("(lit) => getComputedStyle(lit).backgroundColor") != "rgba(0, 0, 0, 0)"


@each_kind
def test_back_returns_to_the_exercise_with_its_verdict(link):
    exercise, anchor = link
    anchor.click()
    exercise.page.go_back()
    exercise.page.locator(READY).wait_for(state="attached")
    exercise.page.wait_for_function(IN_VIEW, arg=exercise.root.element_handle())
    assert exercise.state == "correct"


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
        page.wait_for_function(IN_VIEW, arg=exercise.root.element_handle(), timeout=5000)
