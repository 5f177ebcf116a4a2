"""What a browser saves belongs to one course at one place, and older records come along once."""

from __future__ import annotations

import json
import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.candidate import Candidate
from tests.browser.editions import LEGACY, OTHER_ID, OTHER_TITLE, Edition, Host, another_course
from tests.browser.reader import SITE, Exercise, bank, course_id, cut_off
from tests.browser.test_progress import choose_file, exported

CHAPTER = "book/c04.html"
PROGRESS = "book/progress.html"
ITEM, OTHER_ITEM = [item for item in bank() if item.page == CHAPTER and item.kind == "single"][:2]
#: A page of Chromium's file system writes at its leisure.
MOMENT = 500


@pytest.fixture
def host():
    host = Host()
    yield host
    host.close()


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """Two copies of the course on a disk, and another course."""
    base = tmp_path_factory.mktemp("disk")
    copies = [base / "课程 2022", base / "课程 2023"]
    for copy in copies:
        shutil.copytree(SITE, copy)
    return [*copies, another_course(base / "another")]


def on_host(host, path, folder=SITE, course=None):
    return Edition(folder, f"{host.address}{path}", course or course_id(), host, path)


def as_files(folder):
    return Edition(folder, f"{folder.as_uri()}/", course_id())


def pair_of(kind, host, folders):
    if kind == "paths":
        pair = [on_host(host, "/2022/"), on_host(host, "/2023/")]
    elif kind == "nested paths":
        pair = [on_host(host, "/"), on_host(host, "/2023/")]
    elif kind == "ids":
        pair = [on_host(host, "/book/"), on_host(host, "/book/", folders[2], OTHER_ID)]
    else:
        pair = [as_files(folders[0]), as_files(folders[1])]
    for edition in pair:
        edition.serve()
    return pair


#: Pairs that share a browser's storage, and those of unlike members also the other way round.
PAIRS = {
    "paths": ("paths", 1),
    "nested paths": ("nested paths", 1),
    "nested paths, backwards": ("nested paths", -1),
    "ids": ("ids", 1),
    "ids, backwards": ("ids", -1),
    "files": ("files", 1),
}


@pytest.fixture(params=PAIRS.values(), ids=PAIRS)
def pair(request, host, folders):
    """Two courses or editions that share a browser's storage."""
    kind, order = request.param
    return pair_of(kind, host, folders)[::order]


@pytest.fixture
def two_paths(host):
    return [on_host(host, "/2022/"), on_host(host, "/2023/")]


@pytest.fixture
def context(browser, pair):
    context = browser.new_context()
    cut_off(context, pair[0].base)
    yield context
    context.close()


@pytest.fixture
def plain_context(browser, host):
    context = browser.new_context()
    cut_off(context, host.address)
    yield context
    context.close()


def leave_traces(context, edition):
    """Save something of every sort, as a reader does; give what is stored then."""
    page = edition.open(context, CHAPTER)
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
    page.wait_for_timeout(MOMENT)
    page.close()
    page = edition.open(context, "book/review.html")
    page.wait_for_selector("#review section.exercise")
    Exercise(page, ITEM.id).submit(ITEM.right)
    page.get_by_label("每天最多新加入").select_option("5")
    page.wait_for_timeout(MOMENT)
    page.close()
    Candidate(edition.open(context, "book/test.html")).begin("7", plan="c07").page.close()
    entries = edition.entries(context)
    assert {name.partition(":")[0] for name in entries} >= {
        *["exercise", "review", "note", "display", "shortcuts", "place", "review-allowance"],
        *["seed", "test"],
    }
    return entries


def expect_nothing(context, edition):
    """See that an edition shows nothing that was saved, on any page that could."""
    # First of all: to look at a chapter is to have left off there.
    page = edition.open(context, "book/index.html")
    assert not page.locator("#resume").is_visible()
    page.close()
    page = edition.open(context, CHAPTER)
    assert Exercise(page, ITEM.id).state == "new"
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    assert page.locator(".own-note, .own-mark").count() == 0
    assert page.locator(".done, .bar-progress").count() == 0
    page.get_by_role("button", name="键盘快捷键").click()
    assert page.get_by_label("使用这些快捷键").is_checked()
    page.close()
    page = edition.open(context, "book/review.html")
    page.wait_for_selector("#review[data-state=empty]")
    assert page.get_by_label("每天最多新加入").input_value() == "10"
    page.close()
    page = edition.open(context, "book/notes.html")
    expect(page.locator("#notes")).to_contain_text("还没有划线和笔记")
    page.close()
    page = edition.open(context, "book/test.html")
    expect(page.locator(".exam-start")).to_be_visible()
    page.close()
    page = edition.open(context, PROGRESS)
    expect(page.locator(".progress-overview p")).to_contain_text("做了 0 道")
    page.close()


def clear_all(context, edition):
    page = edition.open(context, PROGRESS)
    page.wait_for_selector(".progress-chapter")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="清除全部作答").click()
    expect(page.locator(".progress-status")).to_contain_text("已清除")
    page.wait_for_timeout(MOMENT)
    page.close()


class TestTwoBesideEachOther:
    def test_show_nothing_of_each_other_and_erase_nothing(self, context, pair):
        one, other = pair
        entries = leave_traces(context, one)
        expect_nothing(context, other)
        assert one.entries(context) == entries
        page = other.open(context, CHAPTER)
        Exercise(page, OTHER_ITEM.id).submit(OTHER_ITEM.right)
        page.wait_for_timeout(MOMENT)
        page.close()
        page = one.open(context, CHAPTER)
        assert Exercise(page, OTHER_ITEM.id).state == "new"
        page.close()
        clear_all(context, other)
        assert one.entries(context) == entries
        left = other.entries(context)
        assert not any(name.startswith("exercise:") for name in left)
        clear_all(context, one)
        assert other.entries(context) == left

    def test_hear_nothing_of_each_other_while_both_are_open(self, plain_context, two_paths):
        one, other = two_paths
        progress = one.open(plain_context, PROGRESS)
        progress.wait_for_selector(".progress-chapter")
        progress.evaluate("document.querySelector('.progress-overview').dataset.old = ''")
        chapter = other.open(plain_context, CHAPTER)
        Exercise(chapter, ITEM.id).submit(ITEM.wrong)
        progress.wait_for_timeout(MOMENT)
        # It is drawn anew only for what is its own.
        assert progress.locator(".progress-overview[data-old]").count() == 1
        own = one.open(plain_context, CHAPTER)
        Exercise(own, ITEM.id).submit(ITEM.wrong)
        expect(progress.locator(".progress-overview p")).to_contain_text("做了 1 道")


def legacy_entries(entries):
    """Name entries as the last version before this one named them."""
    return {LEGACY + name: text for name, text in entries.items()}


def plant(context, edition, entries):
    page = edition.plain(context)
    page.evaluate("(entries) => Object.assign(localStorage, entries)", entries)
    page.wait_for_timeout(MOMENT)
    page.close()


@pytest.fixture(scope="module")
def saved(browser):
    """What a reader of the last version has saved: the same entries, by their own names."""
    host = Host()
    context = browser.new_context()
    entries = leave_traces(context, on_host(host, "/before/"))
    context.close()
    host.close()
    return entries


@pytest.fixture(params=["paths", "files"])
def editions(request, host, folders):
    return pair_of(request.param, host, folders)


class TestOlderRecords:
    def test_are_taken_over_whole_and_once_by_the_first_edition(
        self, plain_context, editions, saved
    ):
        first, second = editions
        plant(plain_context, first, legacy_entries(saved))
        page = first.open(plain_context, CHAPTER)
        assert page.evaluate("document.documentElement.dataset.theme") == "sepia"
        assert Exercise(page, ITEM.id).response == ITEM.wrong
        page.wait_for_timeout(MOMENT)
        page.close()
        assert first.entries(plain_context) == saved
        expect_nothing(plain_context, second)
        # What is cleared does not come back.
        clear_all(plain_context, first)
        page = first.open(plain_context, CHAPTER)
        assert Exercise(page, ITEM.id).state == "new"

    def test_are_left_to_an_edition_that_has_not_been_updated(
        self, plain_context, two_paths, saved
    ):
        first, _ = two_paths
        plant(plain_context, first, legacy_entries(saved))
        first.open(plain_context, CHAPTER).close()
        stored = first.plain(plain_context).evaluate("({ ...localStorage })")
        assert legacy_entries(saved).items() <= stored.items()

    def test_that_come_later_are_another_editions(self, plain_context, two_paths, saved):
        first, _ = two_paths
        first.open(plain_context, CHAPTER).close()
        plant(plain_context, first, legacy_entries(saved))
        expect_nothing(plain_context, first)

    def test_are_not_taken_by_halves(self, plain_context, two_paths, saved):
        first, _ = two_paths
        plant(plain_context, first, legacy_entries(saved))
        page = plain_context.new_page()
        page.add_init_script(
            "const { setItem } = Storage.prototype; let left = 3;"
            " Storage.prototype.setItem = function (...given) {"
            " if (left-- <= 0) throw new DOMException('full', 'QuotaExceededError');"
            " setItem.apply(this, given); };"
        )
        page.goto(first.base + "search.html")
        page.wait_for_selector("html[data-course=ready]")
        page.close()
        assert first.entries(plain_context) == {}
        first.open(plain_context, "search.html").close()
        assert first.entries(plain_context) == saved

    def test_do_not_go_to_another_course(self, plain_context, host, folders, saved):
        other = on_host(host, "/other/", folders[2], OTHER_ID)
        plant(plain_context, other, legacy_entries(saved))
        expect_nothing(plain_context, other)

    def test_come_to_the_second_edition_when_its_reader_asks(self, plain_context, two_paths, saved):
        first, second = two_paths
        plant(plain_context, first, legacy_entries(saved))
        page = first.open(plain_context, PROGRESS)
        page.wait_for_selector(".progress-chapter")
        assert page.get_by_role("button", name="也取到这里").count() == 0
        page = second.open(plain_context, PROGRESS)
        page.get_by_role("button", name="也取到这里").click()
        expect(page.locator(".progress-status")).to_have_text(
            "已导入 1 道题的作答、1 道题的复习安排和1 句的划线和笔记。"
        )
        assert page.get_by_role("button", name="也取到这里").count() == 0
        own = second.entries(plain_context)
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
        "exercises": {ITEM.id: ANSWERED}, "reviews": {}, "notes": {"p07-s02": NOTE}},
}  # fmt: skip


def open_progress(context, edition):
    page = edition.open(context, PROGRESS)
    page.wait_for_selector(".progress-chapter")
    return page


class TestFiles:
    @pytest.mark.parametrize(
        ("version", "told"),
        [(1, "已导入 1 道题的作答。"), (2, "已导入 1 道题的作答和1 句的划线和笔记。")],
        ids=["1", "2"],
    )
    def test_of_the_versions_before_are_still_read(self, plain_context, two_paths, version, told):
        page = open_progress(plain_context, two_paths[0])
        assert choose_file(page, json.dumps(OLDER_FILES[version])) == told

    def test_of_a_version_before_that_lack_a_part_are_not_whole(self, plain_context, two_paths):
        page = open_progress(plain_context, two_paths[0])
        half = {name: part for name, part in OLDER_FILES[2].items() if name != "notes"}
        assert "文件不完整" in choose_file(page, json.dumps(half))

    @pytest.mark.parametrize("version", OLDER_FILES)
    def test_of_the_versions_before_are_not_another_courses(
        self, plain_context, host, folders, version
    ):
        other = on_host(host, "/other/", folders[2], OTHER_ID)
        page = open_progress(plain_context, other)
        told = choose_file(page, json.dumps(OLDER_FILES[version]))
        assert told == "这不是本课程导出的学习记录。"
        assert other.entries(plain_context) == {}

    def test_of_one_course_are_refused_by_the_other(self, plain_context, host, folders):
        own = on_host(host, "/own/")
        other = on_host(host, "/other/", folders[2], OTHER_ID)
        title = "巡视巡察上下联动专题培训课程"
        for one, reader, named in ((own, other, title), (other, own, OTHER_TITLE)):
            page = one.open(plain_context, CHAPTER)
            Exercise(page, ITEM.id).submit(ITEM.wrong)
            file = exported(open_progress(plain_context, one))
            assert json.loads(file)["course"] == {"id": one.course, "title": named}
            before = reader.entries(plain_context)
            told = choose_file(open_progress(plain_context, reader), file)
            assert told.startswith(f"这是另一门课程“{named}”的学习记录")
            assert reader.entries(plain_context) == before

    @pytest.mark.parametrize("title", [None, 3, "", "长" * 10_000])
    def test_of_another_course_that_name_it_badly_are_refused(
        self, plain_context, two_paths, title
    ):
        page = open_progress(plain_context, two_paths[0])
        file = {"format": "course-record", "version": 3, "course": {"id": "x", "title": title}}
        told = choose_file(page, json.dumps(file))
        assert "另一门课程" in told
        assert len(told) < 200

    def test_take_a_record_from_one_edition_to_another(self, plain_context, two_paths):
        one, other = two_paths
        Exercise(one.open(plain_context, CHAPTER), ITEM.id).submit(ITEM.wrong)
        file = exported(open_progress(plain_context, one))
        told = choose_file(open_progress(plain_context, other), file)
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
def offline_context(browser):
    context = browser.new_context(service_workers="allow")
    yield context
    context.close()


def install(context, edition):
    """Visit an edition until its offline copy is there."""
    page = edition.open(context, CHAPTER)
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
    def test_leave_each_other_alone(self, offline_context, host, folders, kind, order):
        pair = {
            "paths": [on_host(host, "/2022/"), on_host(host, "/2023/")],
            "nested paths": [on_host(host, "/"), on_host(host, "/2023/")],
            "courses": [on_host(host, "/a/"), on_host(host, "/b/", folders[2], OTHER_ID)],
        }[kind]
        for edition in pair:
            edition.serve()
        one, other = pair[::order]
        page = install(offline_context, one)
        before = caches_of(page, one)
        assert len(before) == 1
        page = install(offline_context, other)
        assert caches_of(page, one) == before
        assert len(caches_of(page, other)) == 1
        # The copy above this one is no older version of it.
        assert page.locator(".update-notice").count() == 0

    def test_of_the_version_before_go_with_the_edition_that_had_them(
        self, offline_context, two_paths
    ):
        one, other = two_paths
        page = one.plain(offline_context)
        for edition in (one, other):
            page.evaluate("(name) => caches.open(name)", f"{LEGACY}{edition.path}:0123456789ab")
        page = install(offline_context, one)
        names = page.evaluate(CACHES)
        assert [name for name in names if name.startswith(LEGACY)] == [
            f"{LEGACY}{other.path}:0123456789ab"
        ]
