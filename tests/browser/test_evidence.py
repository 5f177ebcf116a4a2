"""Deciding by the text: decision and grounds side by side, answered in any order."""

import pytest

from tests.browser.reader import bank

ALL = sorted((item for item in bank() if item.kind == "evidence"), key=lambda item: len(item.right))
#: That with the fewest grounds and that with the most; every item is answered in test_contract.py.
ITEMS = [ALL[0], ALL[-1]]
DECISION, GROUNDS = "[role=radiogroup]", "[role=group]"
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 640}
#: A part's place, the exercise's head in view: further down the decision stays in view.
PLACE = """(part) => {
  part.closest('section').scrollIntoView({ behavior: 'instant' });
  const { x, y } = part.getBoundingClientRect();
  return [x, y];
}"""

pytestmark = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)


@pytest.fixture
def grounds(item):
    """The slots of the grounds."""
    return [slot for slot in item.right if slot != "choice"]


def hit(exercise, value):
    exercise.root.locator(f'label:has([value="{value}"])').click()


def submit(exercise):
    exercise.button("submit").click()


@pytest.mark.parametrize("order", ["decision first", "grounds first"])
def test_it_is_answered_in_any_order(exercise, item, grounds, order):
    values = [item.right["choice"], *grounds]
    for value in values if order == "decision first" else reversed(values):
        hit(exercise, value)
    submit(exercise)
    assert exercise.state == "correct"


def test_a_sentence_is_taken_back(exercise, grounds):
    for _ in range(2):
        hit(exercise, grounds[0])
    assert exercise.response == {}


def test_a_missing_decision_is_told_of_and_not_graded(exercise, grounds):
    hit(exercise, grounds[0])
    submit(exercise)
    assert "还没有判断" in exercise.verdict
    assert exercise.state == "new"
    assert exercise.root.locator(DECISION).locator("input:focus").count() == 1


def test_missing_grounds_are_told_of_and_not_graded(exercise, item):
    hit(exercise, item.right["choice"])
    submit(exercise)
    assert "还没有选依据" in exercise.verdict
    assert exercise.state == "new"
    assert exercise.root.locator(GROUNDS).locator("input:focus").count() == 1


def test_submitting_nothing_is_unanswered(exercise):
    submit(exercise)
    assert exercise.state == "unanswered"


def test_the_sources_come_with_the_answer_for_they_are_it(exercise, item):
    sources = exercise.root.locator(".exercise-sources")
    exercise.submit(item.wrong)
    assert not sources.is_visible()
    exercise.reveal()
    assert sources.is_visible()


def test_a_ground_behind_a_wrong_decision_is_marked_and_does_not_tell_the_decision(
    exercise, item, grounds
):
    exercise.submit({"choice": item.wrong["choice"], grounds[0]: "picked"})
    row = exercise.root.locator(f'li:has([value="{grounds[0]}"])')
    reason = exercise.payload["rubric"]["slots"][grounds[0]]["values"]["picked"]["feedback"]
    assert row.get_attribute("data-mark") == "right"
    assert "依据不计分" in exercise.verdict
    assert reason not in exercise.shown
    assert "重新判断" in row.inner_text()
    exercise.reveal()
    assert reason in row.inner_text()


def test_behind_the_right_decision_a_ground_is_explained_at_once(exercise, item, grounds):
    wrong = next(slot for slot in item.wrong if slot != "choice")
    exercise.submit({"choice": item.right["choice"], grounds[0]: "picked", wrong: "picked"})
    slots = exercise.payload["rubric"]["slots"]
    assert exercise.state == "partial"
    for slot in (grounds[0], wrong):
        assert slots[slot]["values"]["picked"]["feedback"] in exercise.shown


def test_each_sentence_has_its_number(exercise):
    numbers = exercise.root.locator(f"{GROUNDS} label b").all_inner_texts()
    passage = exercise.payload["face"]["passage"]
    assert numbers == [f"第{sentence['number']}句" for sentence in passage]


def test_the_passage_stands_beside_the_options_or_below_them(exercise):
    def place(part):
        return exercise.root.locator(part).evaluate(PLACE)

    try:
        exercise.page.set_viewport_size(WIDE)
        (left, top), (right, level) = place(DECISION), place(GROUNDS)
        assert left < right
        assert level == pytest.approx(top, abs=1)
        exercise.page.set_viewport_size(PHONE)
        (left, top), (below, lower) = place(DECISION), place(GROUNDS)
        assert below == pytest.approx(left, abs=1)
        assert top < lower
    finally:
        exercise.page.set_viewport_size(WIDE)


@pytest.mark.parametrize(("size", "stays"), [(WIDE, True), (PHONE, False)], ids=["wide", "phone"])
def test_the_decision_stays_in_view_beside_the_passage_and_never_over_it(exercise, size, stays):
    try:
        exercise.page.set_viewport_size(size)
        exercise.root.locator(f"{GROUNDS} label").last.evaluate(
            "(label) => label.scrollIntoView({ block: 'center', behavior: 'instant' })"
        )
        decision = exercise.root.locator(DECISION).bounding_box()
        passage = exercise.root.locator(GROUNDS).bounding_box()
        assert (decision["y"] + decision["height"] > 0) == stays
        beside = decision["x"] + decision["width"] <= passage["x"]
        assert beside or decision["y"] + decision["height"] <= passage["y"]
    finally:
        exercise.page.set_viewport_size(WIDE)
