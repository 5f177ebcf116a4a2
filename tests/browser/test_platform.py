"""The course in a learning platform: scorm-again is the run-time, and the frame has no storage."""

from __future__ import annotations

import re

import pytest

from tests.browser.learning_platform import (
    A_MOMENT,
    APIS,
    COURSE_IS_ALIVE,
    COURSE_IS_READY,
    HAS_STORAGE,
    HOST,
    NO_STORAGE,
    Platform,
    items_of,
    package,
    said,
)
from tests.browser.reader import PATIENCE, SITE, bank
from tests.exporting.scorm_limits import beyond
from tests.second_course import CHAPTERS, SHISHUO
from tests.this_course import COURSE

#: With items of five kinds.
PAGE = CHAPTERS[0]
#: Of this repository's course, whose record is more than a platform has room for.
FULL = "book/c04.html"
#: Puts an answer to every exercise into the store, as a learner who has done all of them.
DO_ALL = """(record) => {
  for (const { id, version, max } of coursePackage.items) {
    const saved = { version, response: record[id], state: 'correct', score: max, attempts: 1,
      revealed: true, first: 'correct', at: Date.now() };
    courseStore.setItem(`exercise:${id}`, JSON.stringify(saved));
  }
}"""


@pytest.fixture(scope="module", params=list(APIS))
def kind(request):
    return request.param


@pytest.fixture(scope="module")
def files(shishuo):
    return {name: package(name, shishuo) for name in APIS}


@pytest.fixture
def learner(browser):
    """Make learners, each in a browser of their own."""
    contexts = []

    def learner(kind, files, *, init=NO_STORAGE):
        context = browser.new_context()
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        context.add_init_script(init)
        return Platform(context, kind, files[kind])

    yield learner
    for context in contexts:
        context.close()


def answer(course, ids, *, of=SHISHUO):
    """Submit a right and a wrong answer in turn, to items of a course."""
    items = {item.id: item for item in bank(of)}
    for place, item_id in enumerate(ids):
        response = items[item_id].wrong if place % 2 else items[item_id].right
        course.evaluate(
            "([id, response]) => {"
            " const root = document.getElementById(`ex-${id}`);"
            " root.response = response; root.submit(); }",
            [item_id, response],
        )


def told(platform, page, words):
    """Wait until the learner is told some words; give all of the line."""
    return said(platform.launcher(page), ".status", words)


def go(course, page, host=HOST):
    # What the launcher opens must be there, or it would interrupt the way to the page.
    course.wait_for_function(COURSE_IS_ALIVE, polling=A_MOMENT)
    course.goto(f"{host}course/{page}")
    course.wait_for_function(COURSE_IS_READY, polling=A_MOMENT)
    return course.evaluate(
        "[...document.querySelectorAll('section.exercise')].map((root) => root.dataset.item)"
    )


def test_answer_leave_come_back_on_another_device_and_finish(kind, files, learner):
    here = learner(kind, files)
    page = here.open()
    ids = go(here.course(page), PAGE)
    assert not [frame.url for frame in page.frames if frame.evaluate(HAS_STORAGE)]
    answer(here.course(page), ids)
    told(here, page, f"进度已存到平台：答过 {len(ids)}/{len(bank(SHISHUO))} 题")
    held = here.leave(page)
    assert beyond(kind, held) == []
    reported = {one["id"].partition("_")[0]: one for one in held["interactions"].values()}
    assert list(reported) == ids
    results = [reported[item_id]["result"] for item_id in ids]
    assert results[::2] == ["correct" if r != "neutral" else r for r in results[::2]]
    assert "correct" not in results[1::2]

    there = learner(kind, files)
    page = there.open(held)
    there.course(page).wait_for_url(f"{HOST}course/{PAGE}")
    there.course(page).wait_for_function(COURSE_IS_READY, polling=A_MOMENT)
    states = there.course(page).evaluate(
        "[...document.querySelectorAll('section.exercise')].map((root) => root.dataset.state)"
    )
    assert set(states[::2]) == {"correct"}
    assert "correct" not in states[1::2]

    there.launcher(page).evaluate(DO_ALL, {item.id: item.right for item in bank(SHISHUO)})
    told(there, page, "已学完$|已学完[；　]?")
    result = {"plan": SHISHUO.settings.completion.paper, "items": [{"points": 4, "earned": 3}]}
    there.course(page).evaluate(
        "(detail) => document.dispatchEvent(new CustomEvent('test:graded', { detail }))", result
    )
    told(there, page, "已学完；测试最好成绩 75，合格")
    held = there.leave(page)
    assert beyond(kind, held) == []
    if kind == "scorm12":
        assert held["core"]["lesson_status"] == "passed"
        assert held["core"]["score"]["raw"] == "75"
    else:
        assert (held["completion_status"], held["success_status"]) == ("completed", "passed")
        assert held["score"]["scaled"] == "0.75"


def test_what_does_not_fit_goes_from_the_oldest_and_is_told(learner):
    full = {"scorm12": package("scorm12")}
    here = learner("scorm12", full)
    page = here.open()
    answer(here.course(page), go(here.course(page), FULL), of=COURSE)
    launcher = here.launcher(page)
    launcher.evaluate(DO_ALL, {item.id: item.right for item in bank()})
    # The guide's tour does not count.
    counted = len([item for item in bank() if not item.id.startswith("guide-")])
    told(here, page, f"进度已存到平台：答过 {counted}/{counted} 题")
    launcher.evaluate(
        """() => {
          for (let n = 0; n < 40; n += 1) {
            const text = Array.from({ length: 80 }, (_, i) => String.fromCodePoint(
              0x4e00 + ((n * 7919 + i * 104729) % 20000))).join('');
            const note = { page: 'book/c04', text, highlight: 'yellow', marks: [], at: 0 };
            courseStore.setItem(`x-note:${n}`, JSON.stringify({ ...note, at: 1.7e12 + n }));
          }
        }"""
    )
    told_then = told(here, page, "空间不够，只存了一部分")
    assert re.search(r"平台放不下，没有存：设置等 \d+ 项", told_then)
    assert "请到“学习进度”页导出学习记录" in told_then
    kept = here.leave(page)
    assert beyond("scorm12", kept) == []
    assert 3000 < len(kept["suspend_data"]) <= 4096
    page = learner("scorm12", full).open(kept)
    found = Platform.launcher(page).evaluate(
        "courseStore.keys().map((key) => key.split(':').slice(-2).join(':'))"
    )
    notes = sorted(int(name.partition(":")[2]) for name in found if name.startswith("x-note:"))
    assert notes
    assert notes == list(range(40 - len(notes), 40))
    assert len([name for name in found if name.startswith("exercise:")]) == len(bank())


def test_a_platform_that_fails_is_told_once_and_nothing_is_lost(files, learner):
    here = learner("scorm12", files, init="")
    page = here.open()
    ids = go(here.course(page), PAGE)
    here.refuse(page, "Commit")
    answer(here.course(page), ids[:2])
    told_then = told(here, page, "学习平台没有收下最近的进度")
    assert "在这台设备上留了一份" in told_then
    # The page goes while the platform is still away.
    here.leave(page)
    page = here.open()
    told_then = told(here, page, "进度已存到平台：答过 2/")
    assert "已从这台设备补上" in told_then
    here.refuse(page, "Commit")
    go(here.course(page), PAGE)
    told(here, page, "没有收下")
    here.launcher(page).get_by_role("button", name="再试一次").click(trial=True)
    here.retry(page)
    told(here, page, "进度已存到平台：答过 2/")

    # A second window goes on, the first hands over and ends.
    second = here.open()
    told(here, second, "进度已存到平台：答过 2/")
    ended = here.launcher(page).get_by_role("alert")
    ended.wait_for()
    assert "已在另一个窗口打开" in ended.inner_text()
    assert "答过 2/" in told(here, second, "另一个窗口里的作答已经接了过来")


@pytest.mark.parametrize("call", ["SetValue", "Commit"])
def test_answers_given_while_a_call_fails_reach_the_platform_later_and_once(
    kind, files, learner, call
):
    here = learner(kind, files, init="")
    page = here.open()
    ids = go(here.course(page), PAGE)
    answer(here.course(page), ids[:1])
    told(here, page, "进度已存到平台：答过 1/")
    here.refuse(page, call)
    answer(here.course(page), ids[1:3])
    told(here, page, "没有收下")
    here.retry(page)
    told(here, page, "进度已存到平台：答过 3/")
    assert items_of(here.held(page)) == ids[:3]

    # Closed while the call still fails: the platform keeps what it had.
    before = here.held(page)
    here.refuse(page, call)
    answer(here.course(page), ids[3:5])
    told(here, page, "没有收下")
    here.leave(page)
    page = here.open(before)
    told(here, page, "进度已存到平台：答过 5/.*已从这台设备补上")
    assert items_of(here.held(page)) == ids[:5]


def test_answers_that_the_platform_kept_though_it_said_no_are_not_reported_again(files, learner):
    # SCORM 1.2 has no way to ask which interactions the platform has.
    here = learner("scorm12", files, init="")
    page = here.open()
    ids = go(here.course(page), PAGE)
    here.refuse(page, "Commit")
    answer(here.course(page), ids[:2])
    told(here, page, "没有收下")
    page = here.open(here.leave(page))
    told(here, page, "进度已存到平台：答过 2/")
    assert items_of(here.held(page)) == ids[:2]


def test_a_platform_that_fails_where_the_browser_saves_nothing_either(files, learner):
    here = learner("scorm12", files)
    page = here.open()
    ids = go(here.course(page), PAGE)
    here.refuse(page, "SetValue")
    answer(here.course(page), ids[:2])
    told(here, page, "这台设备也不让保存，.*请先到“学习进度”导出")
    # Another window has all that it needs to go on.
    second = here.open()
    told(here, second, "进度已存到平台：答过 2/.*另一个窗口里的作答已经接了过来")
    assert items_of(here.held(second)) == ids[:2]


def test_without_a_platform_the_course_can_be_read_and_says_so(files, learner):
    here = learner("scorm12", files)
    page = here.context.new_page()
    page.goto(f"{HOST}course/launch.html")
    page.locator("html[data-session=none]").wait_for(state="attached")
    assert "没有找到学习平台" in page.locator(".status").inner_text()
    assert page.frame_locator("iframe").locator("h1").first.inner_text()


def test_the_plain_site_is_the_same_and_has_no_launcher(files, shishuo):
    assert files["scorm12"][PAGE] == (shishuo.site / PAGE).read_bytes()
    assert not [file for file in SITE.rglob("*") if "_platform" in str(file)]
