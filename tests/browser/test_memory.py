"""What the reader did is still there at the next visit; a memory that fails costs nothing else."""

from dataclasses import dataclass

import pytest

from tests.browser.reader import READY, Exercise, open_page
from tests.browser.reader import samples as samples_of
from tests.second_course import SHISHUO

SAMPLES = samples_of(SHISHUO)
SINGLE = SAMPLES["single"]
NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('denied', 'SecurityError'); },
});"""
FULL_STORAGE = """Storage.prototype.setItem = () => {
  throw new DOMException('full', 'QuotaExceededError');
};"""
OF_ITEM = "Object.keys(localStorage).find((key) => key.endsWith(item))"


# Over http; a course in a folder has tests of its own below.
@pytest.fixture(scope="module")
def site(shishuo_site):
    return shishuo_site


def reload(exercise):
    exercise.page.reload()
    exercise.page.locator(READY).wait_for(state="attached")


def store(exercise, item, text):
    exercise.page.evaluate(
        f"([item, text]) => {{ localStorage[{OF_ITEM}] = text; }}", [item.id, text]
    )


def notices(exercise):
    return exercise.page.locator(".exercise-notice").all_inner_texts()


@dataclass(frozen=True)
class Look:
    """How an exercise stands."""

    state: str
    response: dict[str, str]
    shown: str
    verdict: str


#: Does something with exercises, given each with its item.
WITH_EACH = """(items) => {
  for (const item of items) {
    const root = document.getElementById(`ex-${item.id}`);
    (%s)(root, item);
  }
}"""
LOOK_AT_EACH = """(ids) => ids.map((id) => {
  const root = document.getElementById(`ex-${id}`);
  return {
    state: root.dataset.state,
    response: root.response,
    shown: root.innerText,
    verdict: root.querySelector('[role=status]').innerText,
  };
})"""


class Samples:
    """An exercise of each kind: all of them are done, then all of their pages loaded anew."""

    def __init__(self, pages):
        self.names = {}
        for name, item in SAMPLES.items():
            self.names.setdefault(pages(item.page), []).append(name)

    def each(self, does):
        """Have each exercise do something, given as a function of it and its item."""
        for page, names in self.names.items():
            items = [
                {"id": item.id, "right": item.right, "wrong": item.wrong}
                for item in (SAMPLES[name] for name in names)
            ]
            page.evaluate(WITH_EACH % does, items)

    def looks(self):
        looks = {}
        for page, names in self.names.items():
            seen = page.evaluate(LOOK_AT_EACH, [SAMPLES[name].id for name in names])
            looks |= {name: Look(**look) for name, look in zip(names, seen, strict=True)}
        return looks

    def reload(self):
        for page in self.names:
            # A page in the background comes alive but slowly.
            page.bring_to_front()
            reload(Exercise(page, ""))


#: What a reader does with an exercise that is new.
DONE = {
    "graded": "(root, item) => { root.response = item.wrong; root.submit(); }",
    "not yet submitted": "(root, item) => { root.response = item.right; }",
    "revealed": "(root) => root.reveal()",
    "nothing": "() => {}",
}
MAKE_STALE = """(root, item) => {
  root.response = item.right;
  root.submit();
  const { version } = JSON.parse(root.querySelector('script.exercise-data').textContent);
  const name = Object.keys(localStorage).find((key) => key.endsWith(item.id));
  localStorage[name] = localStorage[name].replace(version, 'earlier');
}"""
RESET = "(root) => root.reset()"
SUBMIT_RIGHT = "(root, item) => { root.response = item.right; root.submit(); }"

each_kind = pytest.mark.parametrize("kind", SAMPLES)


class TestAReload:
    @pytest.fixture(scope="class")
    def around(self, shelf):
        """How each kind stood before and after a reload, by what was done with it."""
        every = Samples(shelf())
        around = {}
        for name, does in DONE.items():
            every.each(RESET)
            every.each(does)
            before = every.looks()
            every.reload()
            around[name] = before, every.looks()
        return around

    @each_kind
    def test_keeps_a_graded_answer(self, around, kind):
        before, after = (looks[kind] for looks in around["graded"])
        assert after == before
        assert before.state == "wrong"

    @each_kind
    def test_keeps_an_answer_not_yet_submitted(self, around, kind):
        _, looks = around["not yet submitted"]
        assert (looks[kind].response, looks[kind].state) == (SAMPLES[kind].right, "new")

    @each_kind
    def test_keeps_what_was_revealed(self, around, kind):
        before, after = (looks[kind].shown for looks in around["revealed"])
        assert after == before
        assert before != around["nothing"][0][kind].shown

    @each_kind
    def test_keeps_the_order_of_the_options(self, around, kind):
        before, after = (looks[kind].shown for looks in around["nothing"])
        assert after == before

    @pytest.mark.parametrize("item", [SINGLE])
    def test_keeps_the_count_of_attempts(self, exercise, item):
        exercise.submit(item.wrong)
        reload(exercise)
        [graded] = exercise.submit(item.wrong)
        assert graded["attempts"] == 2

    @pytest.mark.parametrize("item", [SINGLE])
    def test_keeps_a_reset(self, exercise, item):
        exercise.submit(item.wrong)
        exercise.reset()
        reload(exercise)
        assert (exercise.response, exercise.state) == ({}, "new")


class TestAnAnswerToAnEarlierVersion:
    @pytest.fixture(scope="class")
    def stale(self, shelf):
        """How each kind stands as stale, and after it was answered anew."""
        every = Samples(shelf())
        every.each(MAKE_STALE)
        every.reload()
        stale = every.looks()
        every.each(DONE["graded"])
        every.reload()
        return stale, every.looks()

    @each_kind
    def test_is_called_stale_and_not_graded(self, stale, kind):
        looks, _ = stale
        assert looks[kind].state == "stale"
        assert "题目已更新" in looks[kind].verdict

    @each_kind
    def test_gives_way_to_a_new_one(self, stale, kind):
        _, looks = stale
        assert looks[kind].state == "wrong"


class TestAMemoryThatFails:
    @pytest.mark.parametrize("item", [SINGLE])
    @pytest.mark.parametrize("damage", ["{", "null", "[]", '{"version": 1}', '"text"'])
    def test_damaged_leaves_the_exercise_new_and_says_so_once(self, exercise, item, damage):
        exercise.submit(item.right)
        store(exercise, item, damage)
        reload(exercise)
        assert exercise.state == "new"
        assert len(notices(exercise)) == 1

    @pytest.mark.parametrize("init", [NO_STORAGE, FULL_STORAGE], ids=["forbidden", "full"])
    def test_leaves_every_kind_at_work(self, shelf, init):
        every = Samples(shelf(init=init))
        every.each(SUBMIT_RIGHT)
        assert {look.state for look in every.looks().values()} == {"correct"}

    @pytest.mark.parametrize("init", [NO_STORAGE, FULL_STORAGE], ids=["forbidden", "full"])
    def test_tells_the_reader_once(self, visit, init):
        exercise = Exercise(visit(SINGLE.page, init=init), SINGLE.id)
        for _ in range(2):
            exercise.submit(SINGLE.wrong)
        assert len(notices(exercise)) == 1

    def test_tells_the_reader_where_the_trouble_is(self, tab):
        exercise = Exercise(tab(SINGLE.page), SINGLE.id)
        exercise.page.evaluate(f"() => {{ {FULL_STORAGE} }}")
        exercise.submit(SINGLE.wrong)
        assert exercise.root.evaluate("(root) => root.nextElementSibling.className") == (
            "exercise-notice"
        )


def test_a_course_in_a_folder_remembers_too(browser, shishuo):
    context, file_site = browser.new_context(), f"{shishuo.site.as_uri()}/"
    exercise = Exercise(open_page(context, file_site + SINGLE.page), SINGLE.id)
    other = open_page(context, file_site + SINGLE.page)
    exercise.submit(SINGLE.wrong)
    other.wait_for_function(
        f"(item) => ({OF_ITEM}) && localStorage[{OF_ITEM}].includes('wrong')", arg=SINGLE.id
    )
    reload(exercise)
    assert exercise.state == "wrong"
    context.close()


def test_two_tabs_lose_nothing_of_each_other(visit):
    item, other = SINGLE, SAMPLES["multiple"]
    assert item.page != other.page
    first = Exercise(visit(item.page), item.id)
    second = Exercise(
        open_page(first.page.context, first.page.url.replace(item.page, other.page)), other.id
    )
    first.submit(item.right)
    second.submit(other.wrong)
    reload(first)
    reload(second)
    assert (first.state, second.state) == ("correct", "wrong")
