"""Today's reviews: what comes, how it is rated, and when it comes back."""

import datetime as dt
import functools
import json
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.learner import Keyboard
from tests.browser.reader import (
    ROOT,
    SITE,
    Exercise,
    Shelf,
    Tab,
    bank,
    cut_off,
    saved_by,
    stored_name,
)
from tests.browser.test_memory import FULL_STORAGE, NO_STORAGE
from tests.this_course import load_speech

PAGE = "book/review.html"
PLACE = "#review"
DAY = dt.datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
ITEMS = {item.id: item for item in bank()}
CHAPTER = [item for item in bank() if item.page == "book/c04.html" and item.kind == "single"]
WRONG, OTHER = CHAPTER[:2]
CARD = next(item for item in bank() if item.kind == "flashcard")


#: Answers of readers who are at the review already, by item and response.
MISSED, OTHER_MISSED = (WRONG.id, "wrong"), (OTHER.id, "wrong")
KNOWN, CARD_KNOWN, CARD_MISSED = (WRONG.id, "right"), (CARD.id, "right"), (CARD.id, "wrong")


def morning(browser, http_site, **traits):
    """Make a browser whose clock stands at nine in the morning."""
    context = browser.new_context(timezone_id="Asia/Shanghai", **traits)
    cut_off(context, http_site)
    context.clock.set_fixed_time(DAY)
    return context


@pytest.fixture(scope="module")
def saved_after(browser, http_site):
    """What the browser saves of a reader who answers some items in their chapters."""
    context = morning(browser, http_site)
    open_page = Shelf(context, http_site)

    @functools.cache
    def saved_of(id_, response):
        page = open_page(ITEMS[id_].page)
        page.evaluate("localStorage.clear()")
        exercise = Exercise(page, id_)
        exercise.submit(getattr(ITEMS[id_], response))
        saved = saved_by(page)
        exercise.reset()
        return saved

    def saved_after(*answers):
        return {name: text for one in answers for name, text in saved_of(*one).items()}

    yield saved_after
    context.close()


@pytest.fixture(scope="module")
def tab_with(browser, http_site):
    """The one tab of a browser with a window of the given size, as new."""
    contexts = []

    @functools.cache
    def opened(*size):
        viewport = dict(zip(("width", "height"), size, strict=True))
        context = morning(browser, http_site, viewport=viewport)
        contexts.append(context)
        return Tab(Shelf(context, http_site))

    def tab_with(saved, size):
        tab = opened(*size)
        tab.page.context.clock.set_fixed_time(DAY)
        tab.clear(saved)
        return tab.page

    yield tab_with
    for context in contexts:
        context.close()


@pytest.fixture
def reader(tab_with, http_site, saved_after):
    """Make a reader whose clock stands at nine in the morning, and who has answered some items."""

    def reader(*answers, size=(1280, 720)):
        saved = saved_after(*answers) if answers else {}
        return Reader(tab_with(saved, size), http_site)

    return reader


class Reader:
    """A reader who goes from page to page in one tab."""

    def __init__(self, page, site):
        self.context, self.site = page.context, site
        self.page = page

    def answer(self, item, *responses):
        """Answer in the item's chapter."""
        if self.page.url != self.site + item.page:
            self.page.goto(self.site + item.page)
            self.page.wait_for_selector("html[data-exercises=ready]")
        for response in responses:
            Exercise(self.page, item.id).submit(response)
        return self

    def review(self):
        self.page.goto(self.site + PAGE)
        return self.wait()

    def wait(self):
        self.page.wait_for_selector(f"{PLACE}[data-state]")
        return self

    def on(self, days):
        """Wait for some days."""
        self.context.clock.set_fixed_time(DAY + dt.timedelta(days=days))
        return self

    @property
    def state(self):
        return self.page.locator(PLACE).get_attribute("data-state")

    @property
    def asked(self):
        return Exercise(self.page, self.page.locator(f"{PLACE} section").get_attribute("data-item"))

    @property
    def told(self):
        return self.page.locator(".review-told").inner_text()

    @property
    def shown(self):
        return self.page.locator(PLACE).inner_text()

    def go_on(self):
        self.page.get_by_role("button", name="下一题").click()

    def stored(self, part, item):
        name = stored_name(self.page.url, f"{part}:{item.id}")
        text = self.page.evaluate("(name) => localStorage[name] ?? null", name)
        return text and json.loads(text)


def expect_state(reader, state):
    expect(reader.page.locator(PLACE)).to_have_attribute("data-state", state)


class TestNothingToAsk:
    def test_before_anything_is_answered_it_says_how_items_come_here(self, reader):
        fresh = reader().review()
        assert fresh.state == "empty"
        assert "还没有要复习的题" in fresh.shown
        assert "会自动排到这里" in fresh.shown
        fresh.page.get_by_role("link", name="学习指南").and_(
            fresh.page.locator(f"{PLACE} a")
        ).click()
        fresh.page.wait_for_url("**/book/guide.html")

    def test_right_at_once_is_not_reviewed(self, reader):
        assert "做过的题都答对了" in reader(KNOWN).review().shown

    def test_done_for_today_stays_done_and_the_next_day_it_says_when_the_next_is(self, reader):
        learner = reader(MISSED).review()
        learner.asked.submit(WRONG.right)
        assert learner.told == "这次答对了，3天后（11月26日）再复习。"
        assert learner.stored("review", WRONG)["rating"] == "good"
        learner.go_on()
        expect_state(learner, "done")
        learner.review()
        assert "今天的复习做完了" in learner.shown
        assert "复习了 1 道题，想起 1 道" in learner.shown
        learner.on(1).review()
        assert learner.state == "none"
        assert "今天没有要复习的题" in learner.shown
        assert "下一次是后天（11月26日），有 1 道题" in learner.shown


class TestARating:
    @pytest.fixture
    def learner(self, reader):
        return reader(MISSED).review()

    def test_right_after_the_hint_comes_back_sooner(self, learner):
        if not learner.asked.button("hint").is_visible():
            pytest.skip("this item has no hint")
        learner.asked.button("hint").click()
        learner.asked.submit(WRONG.right)
        assert "后天（11月25日）" in learner.told

    def test_right_at_the_second_attempt_is_hard(self, learner):
        learner.asked.submit(WRONG.wrong)
        learner.asked.button("retry").click()
        learner.asked.submit(WRONG.right)
        assert learner.stored("review", WRONG)["rating"] == "hard"
        assert learner.stored("review", WRONG)["reps"] == 1

    def test_wrong_comes_back_tomorrow_and_what_follows_changes_nothing(self, learner):
        learner.asked.submit(WRONG.wrong)
        assert learner.told == "这次没有答对，明天（11月24日）再复习。"
        learner.asked.button("reveal").click()
        assert not learner.asked.button("retry").is_visible()
        learner.asked.submit(WRONG.right)
        assert learner.stored("review", WRONG)["rating"] == "again"

    @pytest.mark.parametrize(
        ("rating", "words"),
        [
            ("again", "这次没有想起来，明天"),
            ("hard", "勉强想起来了，后天"),
            ("good", "想起来了，3天后"),
            ("easy", "已经很熟，8天后"),
        ],
    )
    def test_of_a_card_is_the_readers_own(self, reader, rating, words):
        learner = reader(CARD_KNOWN).review()
        learner.asked.submit({"recall": rating})
        assert learner.told.startswith(words)


class TestTheChaptersAnswer:
    def test_is_not_shown_in_a_review_and_is_left_as_it_was(self, reader):
        learner = reader().answer(WRONG, WRONG.wrong)
        before = learner.stored("exercise", WRONG)
        learner.review()
        assert (learner.asked.state, learner.asked.response) == ("new", {})
        learner.asked.submit(WRONG.right)
        assert learner.stored("exercise", WRONG) == before

    def test_leads_from_the_review_to_the_sentence_on_its_page(self, reader):
        learner = reader(MISSED).review()
        learner.asked.submit(WRONG.right)
        learner.asked.root.locator("a[data-source]").first.click()
        first = load_speech().find(WRONG.source[0])[0]
        learner.page.wait_for_url(f"**/{WRONG.page}#{first.anchor}")
        expect(learner.page.locator(".sentence:target")).to_have_count(1)


class TestTheDaysQueue:
    def test_forgotten_today_is_due_tomorrow(self, reader):
        learner = reader(MISSED).review()
        learner.asked.submit(WRONG.wrong)
        learner.go_on()
        expect_state(learner, "done")
        learner.on(1).review()
        assert learner.state == "asking"
        assert "到期 1 道" in learner.shown

    def test_is_as_long_as_the_reader_will_have_it(self, reader):
        seven = [item for item in bank() if item.page == WRONG.page][:7]
        learner = reader(*((item.id, "wrong") for item in seven)).review()
        assert "新加入 7 道" in learner.shown
        learner.page.get_by_label("每天最多新加入").select_option("5")
        expect(learner.page.locator(PLACE)).to_contain_text("新加入 5 道")
        assert "新加入 5 道" in learner.review().shown

    def test_lists_what_comes_back_when_with_links(self, reader):
        learner = reader(MISSED, CARD_KNOWN).review()
        learner.page.get_by_text("复习安排：共 2 道题").click()
        learner.page.locator(".review-agenda a").last.click()
        learner.page.wait_for_url("**#ex-*")

    def test_passes_over_items_that_are_gone_and_entries_that_are_damaged(self, reader):
        learner = reader(MISSED).review()
        learner.asked.submit(WRONG.right)
        entry = json.dumps(learner.stored("review", WRONG))
        learner.page.evaluate(
            "(entries) => Object.assign(localStorage, entries)",
            {
                stored_name(learner.page.url, f"review:{name}"): text
                for name, text in (("c04-gone", entry), ("c99-x", entry), (OTHER.id, "{"))
            },
        )
        learner.on(9).review()
        assert learner.asked.root.get_attribute("data-item") == WRONG.id
        assert "今天还有 1 道题" in learner.shown

    def test_starts_an_item_that_has_changed_anew(self, reader):
        learner = reader(MISSED).review()
        learner.asked.submit(WRONG.right)
        changed = learner.stored("review", WRONG) | {"version": "earlier"}
        learner.page.evaluate(
            "([name, text]) => { localStorage[name] = text; }",
            [stored_name(learner.page.url, f"review:{WRONG.id}"), json.dumps(changed)],
        )
        learner.on(9).review()
        assert "新加入 1 道" in learner.shown

    def test_goes_on_when_the_clock_is_set_back(self, reader):
        learner = reader(MISSED).review()
        learner.asked.submit(WRONG.right)
        learner.on(-30).review()
        assert learner.state == "asking"
        learner.asked.submit(WRONG.right)
        assert "再复习" in learner.told


class TestTwoTabs:
    @pytest.fixture
    def another_tab(self):
        pages = []

        def another_tab(learner):
            pages.append(learner.context.new_page())
            return Reader(pages[-1], learner.site)

        yield another_tab
        for page in pages:
            page.close()

    def test_keep_each_others_reviews(self, reader, another_tab):
        learner = reader(MISSED, OTHER_MISSED).review()
        second = another_tab(learner).review()
        learner.asked.submit(WRONG.right)
        expect(second.page.locator(".review-count")).to_contain_text("1 道")
        second.asked.submit(ITEMS[second.asked.root.get_attribute("data-item")].right)
        assert learner.stored("review", WRONG)["reps"] == 1
        second.go_on()
        second.page.wait_for_selector(f"#ex-{OTHER.id}")
        second.asked.submit(OTHER.right)
        assert learner.stored("review", WRONG)
        assert learner.stored("review", OTHER)

    def test_rate_an_item_once(self, reader, another_tab):
        learner = reader(MISSED).review()
        second = another_tab(learner).review()
        learner.asked.submit(WRONG.wrong)
        before = learner.stored("review", WRONG)
        expect(second.page.locator(".review-count")).to_be_hidden()
        second.context.clock.set_fixed_time(DAY + dt.timedelta(minutes=1))
        second.asked.submit(WRONG.right)
        assert "另一个窗口" in second.told
        assert second.stored("review", WRONG) == before


class TestAMemoryThatFails:
    def test_forbidden_says_so_and_leaves_the_page_whole(self, browser, http_site):
        context = morning(browser, http_site)
        context.add_init_script(NO_STORAGE)
        learner = Reader(context.new_page(), http_site).review()
        assert learner.state == "empty"
        assert "不允许在本机保存" in learner.shown
        context.close()

    def test_full_costs_the_memory_and_not_the_review(self, reader):
        learner = reader(MISSED, OTHER_MISSED).review()
        learner.page.evaluate(f"() => {{ {FULL_STORAGE} }}")
        learner.asked.submit(WRONG.right)
        assert "不允许在本机保存" in learner.shown
        learner.go_on()
        learner.page.wait_for_selector(f"#ex-{OTHER.id}")
        learner.asked.submit(OTHER.right)
        learner.go_on()
        expect_state(learner, "done")
        assert learner.page.locator(".review-notice").count() == 1


class TestTheContents:
    def test_count_what_is_due_on_every_page_and_follow_each_review(self, reader):
        learner = reader().answer(WRONG, WRONG.wrong)
        mark = learner.page.locator("#contents a", has_text="今日复习").locator(".done")
        expect(mark).to_have_text("1（今天有1道题要复习）")
        learner.review().asked.submit(WRONG.right)
        expect(mark).to_have_count(0)
        learner.on(3).page.reload()
        expect(mark).to_have_text("1（今天有1道题要复习）")

    def test_the_bar_tells_the_courses_progress_once_there_is_some(self, reader):
        learner = reader().review()
        ring = learner.page.locator(".bar-progress")
        expect(ring).to_have_count(0)
        learner.answer(WRONG, WRONG.right)
        expect(ring).to_have_attribute(
            "aria-label", f"学习进度：全书练习做了1道，共{len(bank())}道"
        )
        ring.click()
        learner.page.wait_for_url("**/book/progress.html")


class TestTheScheduler:
    def test_is_loaded_on_its_own_page_only(self):
        pages = [p for p in SITE.rglob("*.html") if "review.js" in p.read_text(encoding="utf-8")]
        assert [page.relative_to(SITE).as_posix() for page in pages] == [PAGE]
        code = {p.name: p.read_text(encoding="utf-8") for p in (SITE / "_static").glob("*.js")}
        assert [name for name, text in code.items() if "Invalid delta_t" in text] == ["review.js"]

    def test_is_shipped_with_its_licence(self, reader):
        learner = reader().review()
        learner.page.get_by_role("link", name="使用许可").click()
        licence = (ROOT / "node_modules/ts-fsrs/LICENSE").read_text(encoding="utf-8").strip()
        assert licence in learner.page.inner_text("body")


@pytest.mark.parametrize("answers", [(), (MISSED,)], ids=["empty", "asking"])
def test_each_state_is_accessible_and_fits_a_small_phone(reader, answers):
    learner = reader(*answers, size=(320, 640)).review()
    assert amiss(learner) == []
    if not answers:
        assert learner.state == "empty"
        return
    learner.asked.submit(WRONG.wrong)
    assert amiss(learner) == []
    # As new, and answered right this time.
    saved = {name: text for name, text in saved_by(learner.page).items() if ":review" not in name}
    learner.page.evaluate(
        "(saved) => { localStorage.clear(); Object.assign(localStorage, saved); }", saved
    )
    learner.review().asked.submit(WRONG.right)
    assert amiss(learner) == []
    learner.go_on()
    expect_state(learner, "done")
    assert amiss(learner) == []
    learner.on(1).review()
    assert learner.state == "none"
    assert amiss(learner) == []


def amiss(learner):
    """Give what is amiss with the page as it is now, and by how much it is too wide."""
    for summary in learner.page.locator(".review-agenda:not([open]) summary").all():
        summary.click()
    found = violations(learner.page, "body", themes=("light", "dark"))
    width = learner.page.evaluate("document.documentElement.scrollWidth")
    return found + [width] * (width != 320)


def test_a_whole_review_is_done_by_keyboard(reader):
    learner = reader(MISSED, CARD_MISSED).review()
    learner.page.locator(PLACE).evaluate("(place) => place.querySelector('.review-stage').focus()")
    for _ in range(2):
        item = ITEMS[learner.asked.root.get_attribute("data-item")]
        keyboard = Keyboard(learner.asked)
        keyboard.answer(item.right)
        keyboard.use("submit")
        focused = learner.page.locator(":focus")
        assert focused.inner_text() == "下一题"
        learner.page.keyboard.press("Enter")
        expect(learner.page.locator(f"#ex-{item.id}")).to_have_count(0)
    expect_state(learner, "done")
