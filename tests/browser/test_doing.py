"""Doing exercises on a phone: the verdict is in view, the way on stands out, one press is one act."""

import pytest
from playwright.sync_api import expect

from tests.browser.answering.ordering import STEPS
from tests.browser.learner import FINGER_REST
from tests.browser.reader import Exercise, bank, open_page, samples, saved_by, saving

PHONE = {"viewport": {"width": 360, "height": 640}, "is_mobile": True, "has_touch": True}
#: What fills a button tells whether it is what one is led to.
FILL = "(button) => getComputedStyle(button).backgroundColor"
ACTIVE = "() => document.activeElement.id"
TOP = "(element) => element.getBoundingClientRect().top"
#: What the browser says when a system takes the pointer away, neither lifted nor cancelled.
LOSE = """(list) => {
  for (const pointerId of [0, 1, 2])
    list.dispatchEvent(new PointerEvent('lostpointercapture', { pointerId, bubbles: true }));
}"""
#: A button at the window's end, where the foot stays and "again" takes the place of "submit".
AT_END = "(button) => button.scrollIntoView({ block: 'end', behavior: 'instant' })"
#: A button right below the top bar: what is inserted above it is soon hidden.
AT_TOP = "(button) => button.scrollIntoView({ block: 'start', behavior: 'instant' })"
#: Waits until callbacks of the next frame have run.
FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
#: A finger's double tap, at once whatever the machine is busy with; browsers count each tap as one.
TAPS = f"""(button) => {{
  ({AT_END})(button);
  const {{ left, top, width, height }} = button.getBoundingClientRect();
  const [clientX, clientY] = [left + width / 2, top + height / 2];
  const how = {{
    clientX, clientY, detail: 1, pointerType: 'touch', bubbles: true, cancelable: true,
  }};
  // The finger's time counts, not how long the page takes over the first tap.
  for (const tap of [new PointerEvent('click', how), new PointerEvent('click', how)])
    document.elementFromPoint(clientX, clientY).dispatchEvent(tap);
}}"""
#: Two taps on either side of the line between two options, as quick as those of a double tap.
NEIGHBOURS = """(rows) => {
  const [upper, lower] = rows;
  upper.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, bottom } = upper.getBoundingClientRect();
  const clientX = left + 60;
  const how = { clientX, detail: 1, pointerType: 'touch', bubbles: true, cancelable: true };
  const taps = [bottom - 6, lower.getBoundingClientRect().top + 6]
    .map((clientY) => new PointerEvent('click', { ...how, clientY }));
  for (const tap of taps) document.elementFromPoint(clientX, tap.clientY).dispatchEvent(tap);
}"""
ANSWER_ANEW = "(root, response) => { root.reset(); root.response = response; }"
#: What it says, and where it stands.
VERDICT = """(root) => {
  const { top, bottom } = root.querySelector('.verdict').getBoundingClientRect();
  return [root.querySelector('[role=status]').innerText, [top, bottom]];
}"""
CLOZE = samples()["cloze"]
MULTIPLE = samples()["multiple"]
SINGLE = samples()["single"]
ORDERING = samples()["ordering"]
CHAPTER = "book/c07.html"
ITEMS = [item for item in bank() if item.page == CHAPTER]

each_kind = pytest.mark.parametrize("name", samples())


@pytest.fixture(scope="module")
def phone(shelf):
    return shelf(**PHONE)


@pytest.fixture
def new(phone):
    """Give the exercise of an item on a phone, as new."""

    def new(item):
        exercise = Exercise(phone(item.page), item.id)
        exercise.reset()
        return exercise

    return new


def middle(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


class TestTheVerdict:
    @each_kind
    def test_is_in_view_on_a_phone_whatever_was_submitted(self, new, name):
        item = samples()[name]
        bar = 56
        exercise = new(item)
        for response in (item.wrong, item.right, {}):
            exercise.root.evaluate(ANSWER_ANEW, response)
            # Without an answer a kind may have a step of its own to take first.
            exercise.button("submit").click()
            verdict, (top, bottom) = exercise.root.evaluate(VERDICT)
            if response or verdict:
                assert bar <= top < bottom <= 640, (response, exercise.state)

    @each_kind
    def test_is_in_view_where_the_button_stood_below_the_bar(self, new, name):
        item = samples()[name]
        exercise = new(item)
        for response in (item.wrong, item.right):
            exercise.root.evaluate(ANSWER_ANEW, response)
            exercise.button("submit").evaluate(AT_TOP)
            exercise.button("submit").click()
            exercise.page.evaluate(FRAME)
            _, (top, bottom) = exercise.root.evaluate(VERDICT)
            assert 56 <= top < bottom <= 640, (response, exercise.state)

    def test_is_where_it_belongs_once_it_was_scrolled_away(self, new):
        exercise = new(samples()["categorise"])
        exercise.answer(samples()["categorise"].wrong)
        exercise.button("submit").click()
        expect(exercise.root).to_have_attribute("data-fresh", "")
        exercise.page.evaluate("() => scrollTo(0, 0)")
        expect(exercise.root).not_to_have_attribute("data-fresh", "")


class TestTheWayOn:
    def test_stands_out_once_it_is_right_and_doing_it_again_does_not(self, new):
        exercise = new(SINGLE)
        exercise.submit(SINGLE.wrong)
        strong = exercise.button("retry").evaluate(FILL)
        exercise.button("retry").click()
        exercise.submit(SINGLE.right)
        assert exercise.button("onward").evaluate(FILL) == strong
        assert exercise.button("retry").evaluate(FILL) == "rgba(0, 0, 0, 0)"
        assert not exercise.button("submit").is_visible()

    def test_leads_to_the_next_exercise_to_the_text_or_to_the_end(self, visit):
        page = visit(CHAPTER)
        for item in ITEMS:
            Exercise(page, item.id).submit(item.right)
        words = page.locator("[data-action=onward]").all_inner_texts()
        assert set(words) == {"下一题", "接着读", "看本页收尾"}
        assert words[-1] == "看本页收尾"
        at = words.index("下一题")
        Exercise(page, ITEMS[at].id).button("onward").click()
        assert page.evaluate(ACTIVE) == f"ex-{ITEMS[at + 1].id}"
        at = words.index("接着读")
        Exercise(page, ITEMS[at].id).button("onward").click()
        active = page.locator(":focus")
        assert not active.evaluate("(active) => active.matches('.exercise')")
        assert 0 <= active.evaluate(TOP) < 200


class TestTheClose:
    """What stands at a page's end once all of its exercises are done."""

    @pytest.fixture(scope="class")
    def page(self, shelf):
        page = shelf()(CHAPTER)
        for item in ITEMS[1:]:
            Exercise(page, item.id).submit(item.right)
        return page

    def test_comes_when_asked_for_and_tells_what_is_open(self, page):
        closing = page.locator("#closing")
        assert closing.count() == 0
        Exercise(page, ITEMS[-1].id).button("onward").click()
        expect(closing).to_be_focused()
        expect(closing).to_contain_text(f"共 {len(ITEMS)} 题，做了 {len(ITEMS) - 1} 题")
        assert closing.get_by_role("link", name="练习").first.get_attribute("href") == (
            f"#ex-{ITEMS[0].id}"
        )

    def test_follows_what_is_done_ticks_objectives_and_leads_on(self, page):
        first = Exercise(page, ITEMS[0].id)
        first.submit(ITEMS[0].wrong)
        closing = page.locator("#closing")
        expect(closing).to_contain_text(f"一次答对 {len(ITEMS) - 1} 题")
        expect(closing).to_contain_text("还没有做对")
        expect(closing).to_contain_text("里再来：今天 1 题")
        done = closing.locator("[data-done]")
        before = done.count()
        first.button("retry").click()
        first.submit(ITEMS[0].right)
        expect(closing).to_contain_text("全部做对")
        expect(done).to_have_count(before + 1)
        expect(done).to_have_count(closing.locator("li").count())
        closing.get_by_role("link", name="接着读").click()
        page.wait_for_url("**/book/c08.html")


class TestFolding:
    def test_what_is_right_is_a_line_at_the_next_visit_and_opens_again(self, visit):
        right, wrong, linked, *_ = ITEMS
        page = visit(CHAPTER)
        for item, response in ((right, right.right), (wrong, wrong.wrong), (linked, linked.right)):
            Exercise(page, item.id).submit(response)
        again = visit(f"{CHAPTER}#ex-{linked.id}", init=saving(saved_by(page)))
        folded = Exercise(again, right.id)
        assert folded.root.bounding_box()["height"] < 80
        assert "✓" in folded.root.locator(".exercise-number").evaluate(
            "(number) => getComputedStyle(number, '::before').content"
        )
        for item in (wrong, linked):
            assert Exercise(again, item.id).root.locator("form").is_visible()
        folded.root.get_by_role("button", name="展开").click()
        assert folded.verdict
        folded.root.get_by_role("button", name="收起").click()
        assert not folded.root.locator("form").is_visible()
        again.evaluate(f"() => {{ location.hash = 'ex-{right.id}'; }}")
        expect(folded.root.locator("form")).to_be_visible()

    def test_what_was_left_is_there_after_a_reload(self, visit):
        page = visit(CHAPTER)
        exercise = Exercise(page, ITEMS[0].id)
        exercise.submit(ITEMS[0].right)
        again = open_page(page.context, page.url)
        assert not Exercise(again, ITEMS[0].id).root.locator("form").is_visible()
        page.reload()
        assert exercise.root.locator("form").is_visible()


class TestOnePress:
    """It is one act, however long it lasts and whatever takes the place of what was pressed."""

    @staticmethod
    def attempts(exercise):
        return exercise.submit()[0]["attempts"] - 1

    def test_enter_held_in_a_gap_submits_once(self, new):
        exercise = new(CLOZE)
        exercise.answer(CLOZE.wrong)
        exercise.root.locator("input").first.focus()
        for _ in range(4):
            # Down again and again without being let go, it repeats.
            exercise.page.keyboard.down("Enter")
        exercise.page.keyboard.up("Enter")
        assert exercise.state == "wrong"
        exercise.page.keyboard.press("Enter")
        assert exercise.state == "new"
        assert self.attempts(exercise) == 1

    @pytest.mark.parametrize("touch", [False, True], ids=["click", "tap"])
    def test_a_double_press_submits_once(self, new, touch):
        exercise = new(SINGLE)
        submit = exercise.button("submit")
        exercise.answer(SINGLE.wrong)
        if touch:
            # Of no press of the test before.
            exercise.page.wait_for_timeout(FINGER_REST)
            submit.evaluate(TAPS)
        else:
            submit.evaluate(AT_END)
            exercise.page.mouse.dblclick(*middle(submit))
        assert exercise.state == "wrong"
        assert exercise.button("retry").is_visible()

    def test_two_quick_taps_on_neighbours_are_two(self, new):
        exercise = new(MULTIPLE)
        exercise.page.wait_for_timeout(FINGER_REST)
        exercise.root.locator(".exercise-live label:has(input)").evaluate_all(NEIGHBOURS)
        checked = exercise.root.locator(".exercise-live input:checked")
        assert checked.count() == 2


class TestDragging:
    @pytest.fixture
    def lifted(self, visit):
        exercise = Exercise(visit(ORDERING.page), ORDERING.id)
        row = exercise.root.locator(STEPS).nth(1)
        row.scroll_into_view_if_needed()
        exercise.page.mouse.move(*middle(row.locator(".handle")))
        exercise.page.mouse.down()
        assert exercise.root.locator(".dragged").count() == 1
        return exercise

    def test_ends_when_the_pointer_is_lost(self, lifted):
        lifted.root.locator(".ordering").evaluate(LOSE)
        expect(lifted.root.locator(".dragged")).to_have_count(0)

    def test_is_the_matter_of_the_pointer_that_began_it(self, lifted):
        other = lifted.root.locator(STEPS).last.locator(".handle")
        touch = {"pointerId": 77, "pointerType": "touch", "bubbles": True}
        for event in ("pointerdown", "pointerup"):
            other.dispatch_event(event, touch)
        assert lifted.root.locator(".dragged").count() == 1
        assert lifted.response == {}
        lifted.page.mouse.up()
        assert lifted.root.locator(".dragged").count() == 0
