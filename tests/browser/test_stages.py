"""What comes before submitting: decisions one by one, comparing with points, turning a card."""

import pytest

from tests.browser.reader import READY, samples
from tests.second_course import SHISHUO

SAMPLES = samples(SHISHUO)
SCENARIO, SHORT, FLASHCARD = (SAMPLES[kind] for kind in ("scenario", "short", "flashcard"))


@pytest.fixture(scope="module")
def site(shishuo_site):
    return shishuo_site


def press(exercise):
    exercise.button("submit").click()


def visible(exercise, part):
    return exercise.root.locator(part).locator("visible=true").count()


@pytest.mark.parametrize("item", [SCENARIO])
class TestScenario:
    @pytest.fixture
    def decide(self, exercise):
        def decide(number, slot):
            step = exercise.root.locator(".step").nth(number)
            step.locator(f"label:has([value={slot}])").click()
            press(exercise)

        return decide

    def test_only_the_first_step_is_seen_at_first(self, exercise):
        assert visible(exercise, ".step") == 1

    def test_a_decision_shows_what_follows_and_the_next_step(self, exercise, item, decide):
        decide(0, item.wrong["1"])
        follows = exercise.payload["face"]["steps"][0]["consequences"][item.wrong["1"]]
        assert follows in exercise.shown
        assert visible(exercise, ".step") == 2
        assert exercise.state == "new"

    def test_a_decision_made_stays_and_cannot_be_changed(self, exercise, item, decide):
        decide(0, item.wrong["1"])
        assert exercise.response == {"1": item.wrong["1"]}
        assert exercise.root.locator(".step").first.locator("input:enabled").count() == 0

    def test_the_focus_goes_to_what_follows(self, exercise, item, decide):
        decide(0, item.right["1"])
        assert exercise.root.locator(".consequence").first.evaluate(
            "(element) => element === document.activeElement"
        )

    def test_a_step_not_decided_is_told_of_and_not_graded(self, exercise, item, decide):
        decide(0, item.right["1"])
        press(exercise)
        assert "还没有决定" in exercise.verdict
        assert exercise.state == "new"

    def test_submitting_before_any_decision_is_unanswered(self, exercise):
        press(exercise)
        assert exercise.state == "unanswered"

    def test_after_an_attempt_every_decision_is_open(self, exercise, item):
        exercise.submit(item.wrong)
        exercise.button("retry").click()
        assert visible(exercise, ".step") == len(item.right)
        assert exercise.root.locator(".step input:disabled").count() == 0
        assert exercise.response == item.wrong

    def test_done_anew_it_starts_with_the_first_step(self, exercise, item):
        exercise.submit(item.right)
        exercise.button("retry").click()
        assert visible(exercise, ".step") == 1


@pytest.mark.parametrize("item", [SHORT])
class TestShort:
    def test_the_points_come_after_writing(self, exercise):
        assert visible(exercise, ".points") == 0
        exercise.root.locator("textarea").fill("因为是一个整体")
        press(exercise)
        assert visible(exercise, ".points") == 1
        assert exercise.state == "new"

    def test_nothing_written_is_unanswered(self, exercise):
        exercise.root.locator("textarea").fill("  ")
        press(exercise)
        assert exercise.state == "unanswered"
        assert visible(exercise, ".points") == 0

    def test_written_and_compared_but_not_ticked_earns_nothing(self, exercise):
        exercise.root.locator("textarea").fill("因为是一个整体")
        press(exercise)
        press(exercise)
        assert exercise.state == "wrong"

    def test_each_point_leads_to_its_sentence(self, exercise, item):
        exercise.answer(item.right)
        points = exercise.root.locator(".points li").all()
        assert all(point.locator("a[data-source]").count() for point in points)

    def test_what_was_written_survives_a_reload(self, visit, item):
        page = visit(item.page)
        field = page.locator(f"#ex-{item.id} textarea")
        field.fill("两行\n“原样”")
        page.reload()
        page.locator(READY).wait_for(state="attached")
        assert field.input_value() == "两行\n“原样”"
        assert not page.locator(f"#ex-{item.id} .points").is_visible()


@pytest.mark.parametrize("item", [FLASHCARD])
class TestFlashcard:
    def test_the_back_is_seen_when_the_card_is_turned(self, exercise):
        back = exercise.payload["face"]["back"]
        assert not any(entry in exercise.shown for entry in back)
        press(exercise)
        assert all(entry in exercise.shown for entry in back)
        assert exercise.state == "new"

    def test_a_forgotten_card_is_tried_again_from_its_front(self, exercise, item):
        exercise.submit(item.wrong)
        exercise.button("retry").click()
        assert visible(exercise, ".card-back") == 0
        assert exercise.has_focus

    @pytest.mark.parametrize("rating", ["hard", "good", "easy"])
    def test_every_rating_but_forgotten_counts(self, exercise, rating):
        exercise.submit({"recall": rating})
        assert exercise.state == "correct"
        assert exercise.response == {"recall": rating}
