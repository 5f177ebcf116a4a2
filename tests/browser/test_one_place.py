"""What a browser saves belongs to one course at one place, and older records come along once.

How places are told apart, and that all is read and written by them: ``test_storage.py``.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.candidate import Candidate
from tests.browser.editions import LEGACY, OTHER_ID, OTHER_TITLE, Edition, Host, another_course
from tests.browser.reader import PATIENCE, Exercise, samples
from tests.browser.test_progress import choose_file, exported
from tests.second_course import EXAM, FRONT, NOTES, PROGRESS, REVIEW, SHISHUO

ID, TITLE = SHISHUO.settings.id, SHISHUO.settings.title
#: Two items of one chapter.
ITEM, OTHER_ITEM = samples(SHISHUO)["single"], samples(SHISHUO)["true-false"]
CHAPTER = ITEM.page
SAVED = "(name) => localStorage[name] !== undefined"
#: What a visit to a chapter saves.
OF_A_VISIT = {"place", "seed"}
#: A page of Chromium's file system writes at its leisure.
MOMENT = 500


@pytest.fixture(scope="module")
def hosts():
    hosts = []
    yield hosts
    for host in hosts:
        host.close()


@pytest.fixture
def host(hosts):
    """A host on which nothing was ever saved: none gives its port back before the last test."""
    hosts.append(Host())
    return hosts[-1]


@dataclass(frozen=True)
class Folders:
    """The course, two copies of it on a disk, and another course."""

    site: Path
    copies: list[Path]
    another: Path


@pytest.fixture(scope="module")
def folders(tmp_path_factory, shishuo):
    base = tmp_path_factory.mktemp("disk")
    copies = [base / "课程 2022", base / "课程 2023"]
    for copy in copies:
        shutil.copytree(shishuo.site, copy)
    return Folders(shishuo.site, copies, another_course(shishuo.site, base / "another"))


@pytest.fixture
def at(host, folders):
    """Put an edition at a path of the host."""

    def at(path):
        return Edition(folders.site, f"{host.address}{path}", ID, host, path)

    return at


@pytest.fixture
def another_at(host, folders):
    """Put another course at a path of the host."""

    def another_at(path):
        return Edition(folders.another, f"{host.address}{path}", OTHER_ID, host, path)

    return another_at


def as_files(folder):
    return Edition(folder, f"{folder.as_uri()}/", ID)


@pytest.fixture
def pair_of(at, another_at, folders):
    """Give two courses or editions that share a browser's storage."""

    def pair_of(kind):
        if kind == "paths":
            pair = [at("/2022/"), at("/2023/")]
        elif kind == "nested paths":
            pair = [at("/"), at("/2023/")]
        elif kind == "ids":
            pair = [at("/book/"), another_at("/book/")]
        else:
            pair = [as_files(folder) for folder in folders.copies]
        for edition in pair:
            edition.serve()
        return pair

    return pair_of


@pytest.fixture(params=["paths", "nested paths", "ids", "files"])
def pair(request, pair_of):
    """Two courses or editions that share a browser's storage."""
    return pair_of(request.param)


@pytest.fixture
def two_paths(pair_of):
    return pair_of("paths")


@pytest.fixture(scope="module")
def tab(browser):
    """A tab, whose reader is a new one on each host."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture
def own_tab(browser):
    """The tab of a new reader, to whom folders are new too."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def leave_traces(tab, edition):
    """Save something of every sort, as a reader does; give what is stored then."""
    page = edition.open(tab, CHAPTER)
    page.get_by_role("button", name="显示", exact=True).click()
    page.get_by_label("护眼").check()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="键盘快捷键").click()
    page.get_by_label("使用这些快捷键").uncheck()
    page.keyboard.press("Escape")
    Exercise(page, ITEM.id).submit(ITEM.wrong)
    page.locator(".part-note").first.click()
    page.get_by_label("笔记", exact=True).fill("记在这里")
    page.keyboard.press("Escape")
    page.locator(".sentence[id]").nth(3).scroll_into_view_if_needed()
    page.mouse.wheel(0, 900)
    page.wait_for_function(SAVED, arg=edition.named("place"))
    page = edition.open(tab, REVIEW)
    page.wait_for_selector("#review section.exercise")
    Exercise(page, ITEM.id).submit(ITEM.right)
    page.get_by_label("每天最多新加入").select_option("5")
    for name in (f"review:{ITEM.id}", "review-allowance"):
        page.wait_for_function(SAVED, arg=edition.named(name))
    Candidate(edition.open(tab, EXAM), SHISHUO).begin("7", plan="c01")
    entries = edition.entries(tab)
    assert {name.partition(":")[0] for name in entries} >= {
        *["exercise", "review", "note", "display", "shortcuts", "place", "review-allowance"],
        *["seed", "test"],
    }
    return entries


@pytest.fixture(scope="module")
def saved(browser, folders):
    """What a reader has saved, something of every sort."""
    host = Host()
    context = browser.new_context()
    before = Edition(folders.site, f"{host.address}/before/", ID, host, "/before/")
    entries = leave_traces(context.new_page(), before)
    context.close()
    host.close()
    return entries


def plant(tab, edition, entries):
    """Have entries stored already."""
    edition.plain(tab).evaluate("(entries) => Object.assign(localStorage, entries)", entries)
    settle(tab, edition)


def settle(tab, edition):
    """Let a browser hand what is stored to the next process: each file is another's."""
    if edition.host is None:
        tab.wait_for_timeout(MOMENT)


def expect_nothing_on_any_page(tab, edition):
    """See that an edition shows nothing that was saved, on any page that could but two."""
    # First of all: to look at a chapter is to have left off there.
    page = edition.open(tab, FRONT)
    assert not page.locator("#resume").is_visible()
    page = edition.open(tab, REVIEW)
    page.wait_for_selector("#review[data-state=empty]")
    assert page.get_by_label("每天最多新加入").input_value() == "10"
    page = edition.open(tab, NOTES)
    expect(page.locator("#notes")).to_contain_text("还没有划线和笔记")
    page = edition.open(tab, EXAM)
    expect(page.locator(".exam-start")).to_be_visible()


def expect_nothing(tab, edition, *, answered=None):
    """See that an edition shows nothing that was saved, in a chapter and on its progress page.

    It is left there, and with no answer but the one that may be given to an item.
    """
    page = edition.open(tab, CHAPTER)
    assert Exercise(page, ITEM.id).state == "new"
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    assert page.locator(".own-note, .own-mark").count() == 0
    assert page.locator(".done, .bar-progress").count() == 0
    page.get_by_role("button", name="键盘快捷键").click()
    assert page.get_by_label("使用这些快捷键").is_checked()
    page.keyboard.press("Escape")
    if answered:
        Exercise(page, answered.id).submit(answered.right)
        settle(tab, edition)
    page = edition.open(tab, PROGRESS)
    count = 1 if answered else 0
    expect(page.locator(".progress-overview p")).to_contain_text(f"做了 {count} 道")


def expect_traces(tab, edition):
    """See that an edition shows what its reader has saved, and no answer to the other item."""
    page = edition.open(tab, CHAPTER)
    assert Exercise(page, ITEM.id).response == ITEM.wrong
    assert page.evaluate("document.documentElement.dataset.theme") == "sepia"
    assert Exercise(page, OTHER_ITEM.id).state == "new"


def clear_all(tab, edition):
    page = open_progress(tab, edition)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="清除全部作答").click()
    expect(page.locator(".progress-status")).to_contain_text("已清除")
    settle(tab, edition)


class TestTwoBesideEachOther:
    def test_show_nothing_of_each_other_on_any_page(self, tab, pair_of, saved):
        one, other = pair_of("nested paths")
        plant(tab, one, {one.named(name): text for name, text in saved.items()})
        expect_nothing_on_any_page(tab, other)
        expect_nothing(tab, other)

    def test_show_nothing_of_each_other_and_erase_nothing(self, own_tab, pair, saved):
        tab, (one, other) = own_tab, pair
        plant(tab, one, {one.named(name): text for name, text in saved.items()})
        expect_nothing(tab, other, answered=OTHER_ITEM)
        assert one.entries(tab) == saved
        expect_traces(tab, one)
        entries = one.entries(tab)
        clear_all(tab, other)
        assert one.entries(tab) == entries
        left = other.entries(tab)
        assert not any(name.startswith("exercise:") for name in left)
        clear_all(tab, one)
        assert not any(name.startswith("exercise:") for name in one.entries(tab))
        assert other.entries(tab) == left

    def test_hear_nothing_of_each_other_while_both_are_open(self, tab, two_paths):
        one, other = two_paths
        progress = open_progress(tab, one)
        progress.evaluate("document.querySelector('.progress-overview').dataset.old = ''")
        beside = tab.context.new_page()
        chapter = other.open(beside, CHAPTER)
        Exercise(chapter, ITEM.id).submit(ITEM.wrong)
        progress.wait_for_timeout(MOMENT)
        # It is drawn anew only for what is its own.
        assert progress.locator(".progress-overview[data-old]").count() == 1
        own = one.open(beside, CHAPTER)
        Exercise(own, ITEM.id).submit(ITEM.wrong)
        expect(progress.locator(".progress-overview p")).to_contain_text("做了 1 道")


def legacy_entries(entries):
    """Name entries as the last version before this one named them."""
    return {LEGACY + name: text for name, text in entries.items()}


@pytest.fixture(params=["paths", "files"])
def editions(request, pair_of):
    return pair_of(request.param)


class TestOlderRecords:
    def test_are_taken_over_whole_and_once_by_the_first_edition(self, own_tab, editions, saved):
        tab, (first, second) = own_tab, editions
        plant(tab, first, legacy_entries(saved))
        page = first.open(tab, CHAPTER)
        assert page.evaluate("document.documentElement.dataset.theme") == "sepia"
        assert Exercise(page, ITEM.id).response == ITEM.wrong
        settle(tab, first)
        assert first.entries(tab) == saved
        expect_nothing(tab, second)
        assert second.entries(tab).keys() <= OF_A_VISIT
        # What is cleared does not come back.
        clear_all(tab, first)
        page = first.open(tab, CHAPTER)
        assert Exercise(page, ITEM.id).state == "new"

    def test_are_left_to_an_edition_that_has_not_been_updated(self, tab, two_paths, saved):
        first, _ = two_paths
        plant(tab, first, legacy_entries(saved))
        first.open(tab, CHAPTER)
        stored = first.plain(tab).evaluate("({ ...localStorage })")
        assert legacy_entries(saved).items() <= stored.items()

    def test_that_come_later_are_another_editions(self, tab, two_paths, saved):
        first, _ = two_paths
        first.open(tab, FRONT)
        plant(tab, first, legacy_entries(saved))
        expect_nothing(tab, first)
        assert first.entries(tab).keys() <= OF_A_VISIT

    def test_are_not_taken_by_halves(self, tab, two_paths, saved):
        first, _ = two_paths
        plant(tab, first, legacy_entries(saved))
        page = tab.context.new_page()
        page.add_init_script(
            "const { setItem } = Storage.prototype; let left = 3;"
            " Storage.prototype.setItem = function (...given) {"
            " if (left-- <= 0) throw new DOMException('full', 'QuotaExceededError');"
            " setItem.apply(this, given); };"
        )
        page.goto(first.base + "search.html")
        page.wait_for_selector("html[data-course=ready]")
        page.close()
        assert first.entries(tab) == {}
        first.open(tab, "search.html")
        assert first.entries(tab) == saved

    def test_do_not_go_to_another_course(self, tab, another_at, saved):
        other = another_at("/other/")
        plant(tab, other, legacy_entries(saved))
        expect_nothing(tab, other)
        assert other.entries(tab).keys() <= OF_A_VISIT

    def test_come_to_the_second_edition_when_its_reader_asks(self, tab, two_paths, saved):
        first, second = two_paths
        plant(tab, first, legacy_entries(saved))
        page = open_progress(tab, first)
        assert page.get_by_role("button", name="也取到这里").count() == 0
        page = second.open(tab, PROGRESS)
        page.get_by_role("button", name="也取到这里").click()
        expect(page.locator(".progress-status")).to_have_text(
            "已导入 1 道题的作答、1 道题的复习安排和1 句的划线和笔记。"
        )
        assert page.get_by_role("button", name="也取到这里").count() == 0
        own = second.entries(tab)
        kept = {name: text for name, text in saved.items() if name in own}
        assert kept == own
        assert any(name.startswith("note:") for name in own)


ANSWERED = {
    "version": "x", "response": {"choice": "a"}, "state": "wrong", "score": 0, "attempts": 1,
    "revealed": False, "first": "wrong", "at": 1,
}  # fmt: skip
NOTE = {"marked": True, "note": "旧笔记", "at": 1}
OLDER_FILES = {
    1: {"format": f"{LEGACY}record", "version": 1, "saved": "2026-11-01T01:00:00.000Z",
        "exercises": {ITEM.id: ANSWERED}},
    2: {"format": f"{LEGACY}record", "version": 2, "saved": "2026-11-01T01:00:00.000Z",
        "exercises": {ITEM.id: ANSWERED}, "reviews": {}, "notes": {"p02-s02": NOTE}},
}  # fmt: skip


def open_progress(tab, edition):
    page = edition.open(tab, PROGRESS)
    page.wait_for_selector(".progress-chapter")
    return page


class TestFiles:
    @pytest.mark.parametrize(
        ("version", "told"),
        [(1, "已导入 1 道题的作答。"), (2, "已导入 1 道题的作答和1 句的划线和笔记。")],
        ids=["1", "2"],
    )
    def test_of_the_versions_before_are_still_read(self, tab, two_paths, version, told):
        page = open_progress(tab, two_paths[0])
        assert choose_file(page, json.dumps(OLDER_FILES[version])) == told

    def test_of_a_version_before_that_lack_a_part_are_not_whole(self, tab, two_paths):
        page = open_progress(tab, two_paths[0])
        half = {name: part for name, part in OLDER_FILES[2].items() if name != "notes"}
        assert "文件不完整" in choose_file(page, json.dumps(half))

    @pytest.mark.parametrize("version", OLDER_FILES)
    def test_of_the_versions_before_are_not_another_courses(self, tab, another_at, version):
        other = another_at("/other/")
        page = open_progress(tab, other)
        told = choose_file(page, json.dumps(OLDER_FILES[version]))
        assert told == "这不是本课程导出的学习记录。"
        assert other.entries(tab) == {}

    def test_of_one_course_are_refused_by_the_other(self, tab, at, another_at):
        own, other = at("/own/"), another_at("/other/")
        for one, reader, named in ((own, other, TITLE), (other, own, OTHER_TITLE)):
            page = one.open(tab, CHAPTER)
            Exercise(page, ITEM.id).submit(ITEM.wrong)
            file = exported(open_progress(tab, one))
            assert json.loads(file)["course"] == {"id": one.course, "title": named}
            before = reader.entries(tab)
            told = choose_file(open_progress(tab, reader), file)
            assert told.startswith(f"这是另一门课程“{named}”的学习记录")
            assert reader.entries(tab) == before

    @pytest.mark.parametrize("title", [None, 3, "", "长" * 10_000])
    def test_of_another_course_that_name_it_badly_are_refused(self, tab, two_paths, title):
        page = open_progress(tab, two_paths[0])
        file = {"format": "course-record", "version": 3, "course": {"id": "x", "title": title}}
        told = choose_file(page, json.dumps(file))
        assert "另一门课程" in told
        assert len(told) < 200

    def test_take_a_record_from_one_edition_to_another(self, tab, two_paths):
        one, other = two_paths
        Exercise(one.open(tab, CHAPTER), ITEM.id).submit(ITEM.wrong)
        file = exported(open_progress(tab, one))
        told = choose_file(open_progress(tab, other), file)
        assert told == "已导入 1 道题的作答。"


CACHES = "caches.keys()"
#: The worker of a path above may keep the page until then.
INSTALLED = """async (scope) => {
  for (;;) {
    const found = await navigator.serviceWorker.getRegistration();
    if (found?.scope === scope && found.active?.state === 'activated') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}"""


@pytest.fixture
def offline_tab(browser):
    context = browser.new_context(service_workers="allow")
    yield context.new_page()
    context.close()


def install(tab, edition):
    """Visit an edition until its offline copy is there."""
    page = edition.open(tab, CHAPTER)
    page.evaluate(INSTALLED, edition.base)
    return page


def caches_of(page, edition):
    start = stored_caches(edition)
    return [name for name in page.evaluate(CACHES) if name.startswith(start)]


def stored_caches(edition):
    return f"course:{edition.course}:{edition.path}:"


class TestOfflineCopies:
    @pytest.mark.parametrize(
        ("kind", "order"),
        [("paths", 1), ("nested paths", 1), ("nested paths", -1), ("courses", 1), ("courses", -1)],
    )
    def test_leave_each_other_alone(self, offline_tab, at, another_at, kind, order):
        pair = {
            "paths": [at("/2022/"), at("/2023/")],
            "nested paths": [at("/"), at("/2023/")],
            "courses": [at("/a/"), another_at("/b/")],
        }[kind]
        for edition in pair:
            edition.serve()
        one, other = pair[::order]
        page = install(offline_tab, one)
        before = caches_of(page, one)
        assert len(before) == 1
        page = install(offline_tab, other)
        assert caches_of(page, one) == before
        assert len(caches_of(page, other)) == 1
        # The copy above this one is no older version of it.
        assert page.locator(".update-notice").count() == 0

    def test_of_the_version_before_go_with_the_edition_that_had_them(self, offline_tab, two_paths):
        one, other = two_paths
        page = one.plain(offline_tab)
        for edition in (one, other):
            page.evaluate("(name) => caches.open(name)", f"{LEGACY}{edition.path}:0123456789ab")
        page = install(offline_tab, one)
        names = page.evaluate(CACHES)
        assert [name for name in names if name.startswith(LEGACY)] == [
            f"{LEGACY}{other.path}:0123456789ab"
        ]
