"""From the browser's printer the exercises come out as on the handout, with nothing filled in."""

import pytest

from exercises import load_bank
from tests.browser.reader import option_texts, samples

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
