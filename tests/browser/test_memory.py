"""What the reader did is still there at the next visit; a memory that fails costs nothing else."""

import pytest

from tests.browser.reader import READY, Exercise, open_page, samples

SINGLE = samples()["single"]
NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('denied', 'SecurityError'); },
});"""
FULL_STORAGE = """Storage.prototype.setItem = () => {
  throw new DOMException('full', 'QuotaExceededError');
};"""
OF_ITEM = "Object.keys(localStorage).find((key) => key.endsWith(item))"

each_kind = pytest.mark.parametrize("item", samples().values(), ids=samples())


# Over http; a course in a folder has tests of its own below.
@pytest.fixture(scope="module")
def site(http_site):
    return http_site


@pytest.fixture
def fresh(visit, item):
    return Exercise(visit(item.page), item.id)


def reload(exercise):
    exercise.page.reload()
    exercise.page.locator(READY).wait_for(state="attached")


def stored(exercise, item):
    return exercise.page.evaluate(f"(item) => localStorage[{OF_ITEM}]", item.id)


def store(exercise, item, text):
    exercise.page.evaluate(
        f"([item, text]) => {{ localStorage[{OF_ITEM}] = text; }}", [item.id, text]
    )


def notices(exercise):
    return exercise.page.locator(".exercise-notice").all_inner_texts()


class TestAReload:
    @each_kind
    def test_keeps_a_graded_answer(self, fresh, item):
        fresh.submit(item.wrong)
        before = (fresh.response, fresh.state, fresh.shown)
        reload(fresh)
        assert (fresh.response, fresh.state, fresh.shown) == before

    @each_kind
    def test_keeps_an_answer_not_yet_submitted(self, fresh, item):
        fresh.answer(item.right)
        reload(fresh)
        assert (fresh.response, fresh.state) == (item.right, "new")

    @each_kind
    def test_keeps_what_was_revealed(self, fresh, item):
        fresh.reveal()
        before = fresh.shown
        reload(fresh)
        assert fresh.shown == before

    @each_kind
    def test_keeps_the_order_of_the_options(self, fresh):
        before = fresh.shown
        reload(fresh)
        assert fresh.shown == before

    @pytest.mark.parametrize("item", [SINGLE])
    def test_keeps_the_count_of_attempts(self, fresh, item):
        fresh.submit(item.wrong)
        reload(fresh)
        [graded] = fresh.submit(item.wrong)
        assert graded["attempts"] == 2

    @pytest.mark.parametrize("item", [SINGLE])
    def test_keeps_a_reset(self, fresh, item):
        fresh.submit(item.wrong)
        fresh.reset()
        reload(fresh)
        assert (fresh.response, fresh.state) == ({}, "new")


class TestAnAnswerToAnEarlierVersion:
    @pytest.fixture
    def stale(self, fresh, item):
        fresh.submit(item.right)
        version = fresh.payload["version"]
        store(fresh, item, stored(fresh, item).replace(version, "earlier"))
        reload(fresh)
        return fresh

    @each_kind
    def test_is_called_stale_and_not_graded(self, stale):
        assert stale.state == "stale"
        assert "题目已更新" in stale.verdict

    @each_kind
    def test_gives_way_to_a_new_one(self, stale, item):
        stale.submit(item.wrong)
        reload(stale)
        assert stale.state == "wrong"


class TestAMemoryThatFails:
    @pytest.mark.parametrize("item", [SINGLE])
    @pytest.mark.parametrize("damage", ["{", "null", "[]", '{"version": 1}', '"text"'])
    def test_damaged_leaves_the_exercise_new_and_says_so_once(self, fresh, item, damage):
        fresh.submit(item.right)
        store(fresh, item, damage)
        reload(fresh)
        assert fresh.state == "new"
        assert len(notices(fresh)) == 1

    @pytest.mark.parametrize("init", [NO_STORAGE, FULL_STORAGE], ids=["forbidden", "full"])
    def test_leaves_every_kind_at_work(self, visit, init):
        states = []
        for item in samples().values():
            exercise = Exercise(visit(item.page, init=init), item.id)
            exercise.submit(item.right)
            states.append(exercise.state)
        assert set(states) == {"correct"}

    @pytest.mark.parametrize("init", [NO_STORAGE, FULL_STORAGE], ids=["forbidden", "full"])
    def test_tells_the_reader_once(self, visit, init):
        exercise = Exercise(visit(SINGLE.page, init=init), SINGLE.id)
        for _ in range(2):
            exercise.submit(SINGLE.wrong)
        assert len(notices(exercise)) == 1

    def test_tells_the_reader_where_the_trouble_is(self, visit):
        exercise = Exercise(visit(SINGLE.page), SINGLE.id)
        exercise.page.evaluate(f"() => {{ {FULL_STORAGE} }}")
        exercise.submit(SINGLE.wrong)
        assert exercise.root.evaluate("(root) => root.nextElementSibling.className") == (
            "exercise-notice"
        )


def test_a_course_in_a_folder_remembers_too(browser, file_site):
    context = browser.new_context()
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
    item, other = samples()["multiple"], samples()["cloze"]
    first = Exercise(visit(item.page), item.id)
    second = Exercise(
        open_page(first.page.context, first.page.url.replace(item.page, other.page)), other.id
    )
    first.submit(item.right)
    second.submit(other.wrong)
    reload(first)
    reload(second)
    assert (first.state, second.state) == ("correct", "wrong")
