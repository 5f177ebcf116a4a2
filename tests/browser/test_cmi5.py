"""The course launched by cmi5: statements and record, a store that is away, another device."""

from __future__ import annotations

import re

import pytest

from tests.browser.learning_platform import HAS_STORAGE, NO_STORAGE, package, said
from tests.browser.reader import PATIENCE, bank
from tests.browser.record_store import ACTIVITY, ACTOR, TEMPLATE, RecordStore
from tests.browser.statements import judge, judge_versions, verb_of
from tests.browser.test_platform import DO_ALL, PAGE, answer, go
from tests.second_course import SHISHUO


@pytest.fixture
def learner(browser):
    contexts = []

    def learner(init=""):
        context = browser.new_context()
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        context.add_init_script(init)
        return context

    yield learner
    for context in contexts:
        context.close()


def told(page, words):
    said(page, ".status", words)


@pytest.fixture
def store(shishuo):
    store = RecordStore(package("cmi5", shishuo))
    yield store
    store.close()


def test_a_launch_answers_a_store_that_is_away_and_another_device(learner, store):
    here = learner()
    page = store.open(here)
    ids = go(store.course(page), PAGE, store.host)
    answer(store.course(page), ids[:3])
    told(page, "进度已存到平台：答过 3/")
    assert store.verbs()[0] == "initialized"
    assert set(store.verbs()[1:]) == {"answered"}

    before, store.away = len(store.statements), True
    answer(store.course(page), ids[3:5])
    told(page, "没有收下最近的进度")
    assert len(store.statements) == before
    store.away = False
    page.get_by_role("button", name="再试一次").click()
    told(page, "进度已存到平台：答过 5/")
    assert len(store.statements) > before
    assert len({one["id"] for one in store.statements}) == len(store.statements)
    store.leave(page)
    assert store.verbs()[-1] == "terminated"

    # Another device, whose frame may not keep anything.
    page = store.open(learner(NO_STORAGE))
    store.course(page).wait_for_url(re.compile(PAGE))
    assert not [frame.url for frame in page.frames if frame.evaluate(HAS_STORAGE)]
    told(page, "答过 5/")
    page.evaluate(DO_ALL, {item.id: item.right for item in bank(SHISHUO)})
    told(page, "已学完")
    detail = {"plan": SHISHUO.settings.completion.paper, "items": [{"points": 4, "earned": 3}]}
    store.course(page).evaluate(
        "(detail) => document.dispatchEvent(new CustomEvent('test:graded', { detail }))", detail
    )
    told(page, "合格")
    store.leave(page)
    later = store.verbs()[store.verbs().index("terminated") + 1 :]
    assert later[0] == "initialized"
    assert later[-1] == "terminated"
    assert [verb for verb in later if verb in {"completed", "passed", "failed"}] == [
        "completed", "passed",
    ]  # fmt: skip
    check(store)


@pytest.mark.parametrize(("name", "value"), [("actor", "{"), ("endpoint", "nowhere")])
def test_a_launch_parameter_that_makes_no_sense_is_told_and_the_course_can_be_read(
    learner, store, name, value
):
    page = store.open(learner(), **{name: value})
    told(page, f"参数（{name}）有误：课程照常可学，但成绩不会报给平台")
    assert page.frame_locator("iframe").locator("h1").first.inner_text()


def check(store):
    """Judge every statement, by Ralph too where there is one."""
    assert store.faults == []
    judge(store.statements)
    judge_versions(store.statements, SHISHUO)
    for one in store.statements:
        assert one["actor"] == ACTOR
        context, verb = one["context"], verb_of(one)
        assert TEMPLATE["extensions"].items() <= context["extensions"].items()
        assert (
            TEMPLATE["contextActivities"]["grouping"][0]
            in (context["contextActivities"]["grouping"])
        )
        own = one["object"]["id"] == ACTIVITY
        assert own != (verb == "answered")
        categories = {entry["id"] for entry in context["contextActivities"].get("category", [])}
        assert ("https://w3id.org/xapi/cmi5/context/categories/cmi5" in categories) == own
        if verb == "answered":
            assert context["contextActivities"]["parent"][0]["id"].startswith(f"{ACTIVITY}/")
