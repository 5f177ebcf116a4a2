"""The reader's own marks and notes: made by pointer or keys, found again, printed, carried along."""

import json

import pytest

from tests.browser.axe import violations
from tests.browser.reader import ALIVE, stored_name
from tests.second_course import CHAPTERS, NOTES, PROGRESS, SHISHUO

SELECT = """([from, to]) => {
  const range = document.createRange();
  range.setStart(document.getElementById(from), 0);
  const end = document.getElementById(to);
  range.setEnd(end, end.childNodes.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
MARKED = "(all) => all.map((one) => one.id)"
PAGE = CHAPTERS[1]


@pytest.fixture(scope="module")
def site(shishuo_site):
    return shishuo_site


@pytest.fixture
def chapter(tab):
    yield tab(PAGE)
    tab.page.emulate_media(media="null")


def select(page, first, last):
    page.evaluate(SELECT, [first, last])


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def marked(page):
    page.wait_for_selector(ALIVE)
    return page.locator("main .sentence.own-mark").evaluate_all(MARKED)


def open_panel(page, index=0):
    button = page.locator(".part-note").nth(index)
    button.focus()
    page.keyboard.press("Enter")
    return page.get_by_role("dialog")


def test_selected_sentences_are_marked_and_stay_so_until_it_is_taken_back_the_same_way(chapter):
    text = chapter.locator("main").locator(".speech").first.text_content()
    select(chapter, "p03-s02", "p03-s03")
    press(chapter, "划线")
    assert marked(chapter) == ["p03-s02", "p03-s03"]
    chapter.reload()
    assert marked(chapter) == ["p03-s02", "p03-s03"]
    # The speech itself is as it was.
    assert chapter.locator("main").locator(".speech").first.text_content() == text
    select(chapter, "p03-s02", "p03-s03")
    press(chapter, "取消划线")
    assert marked(chapter) == []


def test_the_bar_goes_with_the_selection(chapter):
    bar = chapter.locator(".selection-bar")
    assert not bar.is_visible()
    select(chapter, "p03-s02", "p03-s02")
    bar.wait_for()
    chapter.evaluate("getSelection().removeAllRanges()")
    bar.wait_for(state="hidden")


def test_marks_and_notes_by_keyboard_alone(chapter):
    dialog = open_panel(chapter)
    boxes = dialog.get_by_role("checkbox")
    boxes.nth(1).focus()
    chapter.keyboard.press("Space")
    dialog.get_by_label("笔记", exact=True).focus()
    chapter.keyboard.type("回头再读")
    chapter.keyboard.press("Escape")
    assert chapter.evaluate("document.activeElement.className") == "part-note"
    assert marked(chapter) == ["p03-s02"]
    assert chapter.locator(".own-note").inner_text().split() == ["我的笔记", "回头再读"]


def test_a_note_is_kept_as_it_is_written(chapter):
    open_panel(chapter).get_by_label("笔记", exact=True).fill("写到一半")
    chapter.reload()
    assert "写到一半" in chapter.locator(".own-note").inner_text()


def test_all_are_found_on_one_page_lead_back_and_what_is_removed_can_be_had_back(chapter, site):
    select(chapter, "p03-s05", "p03-s05")
    press(chapter, "划线")
    open_panel(chapter).get_by_label("笔记", exact=True).fill("对照第十四段")
    chapter.goto(site + NOTES)
    entries = chapter.locator(".notes-entry")
    entries.first.wait_for()
    assert [entry.locator("a").inner_text() for entry in entries.all()] == [
        "第3段第1句",
        "第3段第5句",
    ]
    assert "对照第十四段" in entries.first.inner_text()
    chapter.get_by_role("button", name="删去第3段第5句的划线和笔记").click()
    assert entries.count() == 1
    press(chapter, "撤销")
    assert entries.count() == 2
    entries.nth(1).locator("a").click()
    chapter.wait_for_url(f"**/{PAGE}#p03-s05")


def test_a_new_reader_is_told_how(tab):
    page = tab(NOTES)
    page.get_by_text("还没有划线和笔记").wait_for()
    assert not page.get_by_role("button", name="打印这一页").is_visible()


def test_the_record_carries_them_to_another_browser_and_brings_back_none_that_was_removed(
    chapter, tab, site, tmp_path
):
    select(chapter, "p03-s05", "p03-s05")
    press(chapter, "划线")
    chapter.goto(site + PROGRESS)
    with chapter.expect_download() as download:
        press(chapter, "导出学习记录")
    file = tmp_path / "record.json"
    download.value.save_as(file)
    other = tab(PROGRESS)
    other.locator("input[type=file]").set_input_files(file)
    other.get_by_text("已导入 1 句的划线和笔记。").wait_for()
    other.goto(site + PAGE)
    assert marked(other) == ["p03-s05"]
    other.goto(site + NOTES)
    other.get_by_role("button", name="删去第3段第5句的划线和笔记").click()
    other.goto(site + PROGRESS)
    other.locator("input[type=file]").set_input_files(file)
    other.get_by_text("没有改动").wait_for()
    other.goto(site + PAGE)
    assert marked(other) == []


def test_a_damaged_entry_is_passed_over(tab, site):
    damaged = {
        "p03-s02": "{",
        "p03-s03": "null",
        "p03-s04": '{"marked": "yes", "note": "", "at": 1}',
        "p03-s05": json.dumps({"marked": True}),
    }
    page = tab(
        PAGE,
        {stored_name(site, f"note:{name}", course=SHISHUO): text for name, text in damaged.items()},
    )
    assert marked(page) == []
    select(page, "p03-s02", "p03-s05")
    press(page, "划线")
    assert marked(page) == [*damaged]


def test_the_reader_is_told_when_nothing_can_be_kept(visit):
    page = visit(PAGE, init="Storage.prototype.setItem = () => { throw new Error('full'); }")
    dialog = open_panel(page)
    dialog.get_by_label("笔记", exact=True).fill("留不下")
    assert "不允许保存" in dialog.locator("[role=status]").inner_text()


def test_a_note_is_text_and_nothing_else_and_is_printed_and_buttons_are_not(chapter):
    open_panel(chapter).get_by_label("笔记", exact=True).fill("<img src=x onerror=alert(1)>")
    press(chapter, "完成")
    assert chapter.locator(".own-note img").count() == 0
    assert "<img" in chapter.locator(".own-note").inner_text()
    chapter.emulate_media(media="print")
    assert chapter.locator(".own-note").is_visible()
    assert not chapter.locator(".part-note").first.is_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_panel_and_marks_are_accessible(visit, width):
    page = visit(PAGE, viewport={"width": width, "height": 700})
    select(page, "p03-s02", "p03-s03")
    press(page, "划线")
    dialog = open_panel(page)
    dialog.get_by_label("笔记", exact=True).fill("一条笔记")
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
