"""What should be reviewed and when, with a fixed clock."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

ROOT = Path(__file__).parents[2]
HERE = ZoneInfo("Asia/Shanghai")
MANY = 50


def at(day, hour=9, month=11, year=2026):
    """Return a time on a reader's clock, in JavaScript milliseconds."""
    return int(datetime(year, month, day, hour, tzinfo=HERE).timestamp() * 1000)


def on(day, month=11, year=2026):
    """Return a day of the calendar, independent of the time zone."""
    return int(datetime(year, month, day, tzinfo=UTC).timestamp() * 1000)


NOW = at(23)


def call(name, *given, zone="Asia/Shanghai"):
    node = shutil.which("node")
    assert node
    done = subprocess.run(
        [node, str(ROOT / "tests" / "publishing" / "call_review.mjs")],
        input=json.dumps([[name, given]]),
        env=os.environ | {"TZ": zone},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)[0]


def entry(item="c01-a", kind="single", version="v1", *, rates_recall=False):
    return {"id": item, "kind": kind, "version": version, "number": "1-1", "label": "", "objective": "", "ratesRecall": rates_recall}  # fmt: skip


def answered(state="correct", first="correct", version="v1", when=NOW):
    return {
        "version": version, "response": {}, "state": state, "score": 0,
        "attempts": 1, "revealed": False, "first": first, "at": when,
    }  # fmt: skip


def reviewed(due=NOW, last=NOW, added=NOW, version="v1", rating="good"):
    return {
        "version": version, "due": due, "stability": 2.3, "difficulty": 5.0, "interval": 3,
        "reps": 1, "lapses": 0, "rating": rating, "added": added, "last": last,
    }  # fmt: skip


def plan(items, record=(), reviews=(), **around):
    zone = around.get("zone", "Asia/Shanghai")
    now, allowance = around.get("now", NOW), around.get("allowance", MANY)
    chapters = [{"page": "book/c01", "title": "", "objectives": {}, "items": items}]
    planned = call("plan", chapters, list(record), list(reviews), now, allowance, zone=zone)
    return {name: [item.get("id") for item in part] for name, part in planned.items()}


class TestAnItemComesUnderReview:
    @pytest.mark.parametrize("state", ["wrong", "partial", "correct", "new"])
    @pytest.mark.parametrize("first", ["wrong", "partial"])
    def test_when_its_first_attempt_was_wrong(self, first, state):
        assert plan([entry()], [("c01-a", answered(state, first))])["fresh"] == ["c01-a"]

    @pytest.mark.parametrize("state", ["wrong", "partial"])
    def test_when_a_later_attempt_is_wrong(self, state):
        assert plan([entry()], [("c01-a", answered(state, "correct"))])["fresh"] == ["c01-a"]

    def test_when_it_is_a_card_that_has_been_rated(self):
        cards = [entry(kind="flashcard", rates_recall=True)]
        assert plan(cards, [("c01-a", answered())])["fresh"] == ["c01-a"]

    def test_but_not_when_it_was_right_at_once(self):
        assert plan([entry()], [("c01-a", answered())])["fresh"] == []

    def test_nor_when_nothing_was_submitted(self):
        draft = answered("new", "") | {"attempts": 0}
        assert plan([entry(kind="flashcard", rates_recall=True)], [("c01-a", draft)])["fresh"] == []

    def test_nor_when_it_has_changed_since(self):
        record = [("c01-a", answered("wrong", "wrong", version="earlier"))]
        assert plan([entry()], record)["fresh"] == []


class TestAnItemUnderReview:
    def test_is_due_on_its_day_from_midnight_on(self):
        reviews = [("c01-a", reviewed(due=at(24, 0), last=at(21), added=at(21)))]
        assert plan([entry()], reviews=reviews, now=at(23, 23))["due"] == []
        assert plan([entry()], reviews=reviews, now=at(24, 0))["due"] == ["c01-a"]

    def test_is_due_on_the_same_day_of_the_calendar_after_a_flight(self):
        reviews = [("c01-a", reviewed(due=on(24), last=at(21), added=at(21)))]
        # Los Angeles is sixteen hours behind: the 24th begins when it is four o'clock in Shanghai.
        for hour, due in ((15, []), (17, ["c01-a"])):
            planned = plan([entry()], reviews=reviews, now=at(24, hour), zone="America/Los_Angeles")
            assert planned["due"] == due, hour

    def test_starts_anew_when_it_has_changed(self):
        items, reviews = [entry(version="v2")], [("c01-a", reviewed())]
        assert plan(items, reviews=reviews)["due"] == []
        wrong = [("c01-a", answered("wrong", "wrong", version="v2"))]
        assert plan(items, wrong, reviews)["fresh"] == ["c01-a"]

    def test_is_passed_over_when_the_book_has_it_no_more(self):
        reviews = [("c01-gone", reviewed(due=at(1)))]
        planned = plan([entry()], reviews=reviews)
        assert [planned[name] for name in ("due", "fresh", "waiting", "later")] == [[]] * 4

    def test_comes_back_at_once_when_it_is_answered_wrong_in_its_chapter(self):
        reviews = [("c01-a", reviewed(due=at(30), last=at(20)))]
        wrong = [("c01-a", answered("wrong", when=at(22)))]
        assert plan([entry()], wrong, reviews)["due"] == ["c01-a"]
        before = [("c01-a", answered("wrong", when=at(19)))]
        assert plan([entry()], before, reviews)["due"] == []

    def test_comes_back_though_a_clock_that_was_ahead_has_put_it_far_away(self):
        ahead = reviewed(due=at(1, year=2036), last=at(1, year=2035), added=at(20))
        assert plan([entry()], reviews=[("c01-a", ahead)])["due"] == ["c01-a"]

    def test_goes_when_it_has_been_reviewed_though_its_answer_is_of_a_clock_that_was_ahead(self):
        wrong = [("c01-a", answered("wrong", "wrong", when=at(23, year=2027)))]
        reviews = [("c01-a", reviewed(due=on(24), last=NOW))]
        assert plan([entry()], wrong, reviews, now=NOW + 1000)["due"] == []


def test_the_longest_overdue_comes_first():
    items = [entry("c01-a"), entry("c01-b")]
    reviews = [("c01-a", reviewed(due=at(22))), ("c01-b", reviewed(due=at(20)))]
    assert plan(items, reviews=reviews)["due"] == ["c01-b", "c01-a"]


def test_no_more_than_the_days_allowance_come_under_review():
    items = [entry(f"c01-{letter}") for letter in "abcd"]
    wrong = [(item["id"], answered("wrong", "wrong")) for item in items]
    planned = plan(items, wrong, [("c01-a", reviewed(due=at(26)))], allowance=2)
    assert (planned["fresh"], planned["waiting"]) == (["c01-b"], ["c01-c", "c01-d"])
    tomorrow = plan(items, wrong, [("c01-a", reviewed(due=at(26)))], now=at(24), allowance=2)
    assert tomorrow["fresh"] == ["c01-b", "c01-c"]


class TestTheSchedule:
    @pytest.mark.parametrize(
        ("rating", "day"), [("again", 24), ("hard", 25), ("good", 26), ("easy", 31)]
    )
    def test_a_first_review_comes_back_the_later_the_better_it_went(self, rating, day):
        due = on(day) if day <= 30 else on(1, month=12)
        assert call("schedule", None, rating, "v1", NOW)["due"] == due

    def test_intervals_grow_with_every_recall_and_shrink_when_forgotten(self):
        entry_, intervals = None, []
        now = NOW
        for rating in ("good", "good", "good", "again"):
            entry_ = call("schedule", entry_, rating, "v1", now)
            intervals.append(entry_["interval"])
            now = entry_["due"]
        assert intervals[0] < intervals[1] < intervals[2] > intervals[3]
        assert (entry_["reps"], entry_["lapses"], entry_["added"]) == (4, 1, NOW)

    @pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/Los_Angeles"])
    def test_counts_the_days_of_the_calendar_and_not_the_hours(self, zone):
        first = call("schedule", None, "good", "v1", at(20, 22))
        next_day = [call("schedule", first, "good", "v1", at(21, hour)) for hour in (7, 9, 23)]
        assert len({review["interval"] for review in next_day}) == 1
        there = [
            call("schedule", first, "good", "v1", at(22, hour), zone=zone) for hour in (17, 23)
        ]
        assert len({review["interval"] for review in there}) == 1

    def test_every_entry_that_it_gives_is_one_that_it_reads(self):
        for rating in ("again", "hard", "good", "easy"):
            given = call("schedule", reviewed(last=at(20)), rating, "v1", NOW)
            assert call("check", given) == given

    def test_a_clock_set_back_stops_nothing(self):
        later = call("schedule", reviewed(last=at(25), due=at(28)), "good", "v1", NOW)
        assert later["last"] == NOW
        assert later["due"] > NOW


@pytest.mark.parametrize(
    "damage",
    [
        {"due": "soon"}, {"due": -1}, {"due": 1e16}, {"stability": None}, {"difficulty": 0},
        {"reps": 0}, {"interval": 1.5}, {"rating": "__proto__"}, {"more": 1},
    ],
    ids=str,
)  # fmt: skip
def test_an_entry_that_no_schedule_gives_is_not_read(damage):
    assert call("check", reviewed() | damage) is None


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (on(23), "今天"),
        (on(24), "明天（11月24日）"),
        (on(25), "后天（11月25日）"),
        (on(26), "3天后（11月26日）"),
        (on(1, year=2027, month=1), "39天后（2027年1月1日）"),
    ],
)
def test_days_are_said_as_one_says_them(day, words):
    assert call("dayWords", day, NOW) == words
