"""What a learner has done is shown, kept, carried to another browser, and cleared with care."""

import json

import pytest
from playwright.sync_api import expect

from exercises import load_bank
from tests.browser.reader import cut_off, open_page

PAGE = "book/progress.html"
CHAPTER = next(chapter for chapter in load_bank().chapters if chapter.id == "c04")
READY = ".progress-chapter"


def answer(page, item, response):
    page.evaluate(
        "([id, response]) => { const root = document.getElementById(`ex-${id}`);"
        " root.response = response; root.submit(); }",
        [item.id, response],
    )


@pytest.fixture
def learner(browser, http_site):
    """A learner who answered the first item of a chapter wrong and the second right.

    Over http: from page to page of a folder Chromium changes the process, and what one has just
    saved may reach the next too late for a test that leaves the page in the same instant.
    """
    context = browser.new_context()
    cut_off(context, http_site)
    page = open_page(context, f"{http_site}{CHAPTER.page}.html")
    wrong, right, *_ = CHAPTER.items
    answer(page, wrong, wrong.rubric().wrong_response())
    answer(page, right, right.rubric().right_response())
    yield page
    context.close()


def open_progress(page):
    page.goto(page.url.replace(f"{CHAPTER.page}.html", PAGE))
    page.wait_for_selector(READY)
    return page


def overview(page):
    return page.locator(".progress-overview p").inner_text()


def expect_overview(page, words):
    """Wait for the overview to say so: what one page saved reaches another in a moment."""
    expect(page.locator(".progress-overview p")).to_contain_text(words)


def choose_file(page, text, name="record.json"):
    data = text.encode() if isinstance(text, str) else text
    file = {"name": name, "mimeType": "application/json", "buffer": data}
    page.locator("#progress input[type=file]").set_input_files(file)
    page.wait_for_function("() => document.querySelector('.progress-status').textContent")
    return page.locator(".progress-status").inner_text()


def exported(page):
    with page.expect_download() as download:
        page.get_by_role("button", name="导出学习记录").click()
    return download.value.path().read_text(encoding="utf-8")


def test_the_contents_count_what_is_done_at_once(learner):
    mark = learner.locator("#contents .current .done")
    mark.wait_for()
    assert mark.inner_text().startswith(f"2/{len(CHAPTER.items)}")


def test_the_page_counts_right_and_to_redo(learner):
    expect_overview(
        open_progress(learner),
        f"全书 {len(load_bank())} 道题：做了 2 道，答对 1 道（其中第一次就对 1 道），要重做 1 道。",
    )


def test_right_only_at_the_second_attempt_is_not_right_at_once(learner):
    wrong = CHAPTER.items[0]
    answer(learner, wrong, wrong.rubric().right_response())
    expect_overview(open_progress(learner), "答对 2 道（其中第一次就对 1 道）")


def test_each_item_links_to_its_place(learner):
    page = open_progress(learner)
    expect_overview(page, "做了 2 道")
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    page.locator("[data-standing=redo] a").click()
    assert page.url.endswith(f"{CHAPTER.page}.html#ex-{CHAPTER.items[0].id}")


def test_a_record_goes_to_another_browser_and_back(learner, visit):
    text = exported(open_progress(learner))
    other = visit(PAGE)
    other.wait_for_selector(READY)
    assert choose_file(other, text) == "已导入 2 道题的作答。"
    expect_overview(other, "做了 2 道，答对 1 道")
    assert json.loads(exported(other))["exercises"] == json.loads(text)["exercises"]


def test_of_two_answers_to_an_item_the_newer_stays(learner):
    page = open_progress(learner)
    old = exported(page)
    page.go_back()
    page.wait_for_selector("html[data-exercises=ready]")
    wrong = CHAPTER.items[0]
    answer(page, wrong, wrong.rubric().right_response())
    page = open_progress(page)
    assert "没有改动" in choose_file(page, old)
    expect_overview(page, "答对 2 道")


RECORD = {"format": "speech-course:record", "version": 1, "exercises": {}}
ENTRY = {
    "version": "x", "response": {}, "state": "new", "score": 0, "attempts": 1, "revealed": False,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "文件已损坏"),
        (b"\xff\xfe\x00", "文件已损坏"),
        ("[]", "不是本课程导出的学习记录"),
        ('{"format": "other"}', "不是本课程导出的学习记录"),
        (json.dumps(RECORD | {"version": 2}), "另一个版本"),
        (json.dumps(RECORD | {"exercises": None}), "文件不完整"),
        (json.dumps(RECORD | {"exercises": {"<script>": ENTRY}}), "没有导入"),
        ('{"format": "speech-course:record", "version": 1, "exercises": {"__proto__": {}}}', "没有导入"),
        (json.dumps(RECORD | {"exercises": {"c04-x": ENTRY | {"score": "9"}}}), "没有导入"),
        (json.dumps(RECORD | {"exercises": {"c04-x": ENTRY | {"response": {"a": {}}}}}), "没有导入"),
        (" " * 50_000_000, "文件太大"),
    ],
    ids=["broken", "binary", "list", "foreign", "newer", "empty", "script", "proto", "score", "response", "50MB"],
)  # fmt: skip
def test_a_bad_file_is_refused_with_a_reason_and_changes_nothing(learner, text, message, tmp_path):
    page = open_progress(learner)
    expect_overview(page, "做了 2 道")
    before = overview(page)
    if len(text) > 1_000_000:
        large = tmp_path / "large.json"
        large.write_text(text, encoding="utf-8")
        page.locator("#progress input[type=file]").set_input_files(large)
        page.wait_for_function("() => document.querySelector('.progress-status').textContent")
        told = page.locator(".progress-status").inner_text()
    else:
        told = choose_file(page, text)
    assert message in told
    expect_overview(page, before)


def test_clearing_asks_first_and_can_be_undone(learner):
    page = open_progress(learner)
    expect_overview(page, "做了 2 道")
    before = overview(page)
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="清除全部作答").click()
    expect_overview(page, before)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="清除全部作答").click()
    expect_overview(page, "做了 0 道")
    page.get_by_role("button", name="撤销").click()
    expect_overview(page, before)


def test_a_damaged_entry_is_left_out_and_left_alone(learner):
    key = f"speech-course:exercise:{CHAPTER.items[0].id}"
    learner.evaluate("(key) => localStorage.setItem(key, '{')", key)
    page = open_progress(learner)
    expect_overview(page, "做了 1 道")
    assert page.evaluate("(key) => localStorage.getItem(key)", key) == "{"
