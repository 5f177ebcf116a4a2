"""One's post: what the text asks of it, and a worksheet that is kept, printed and carried along."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.reader import ALIVE, Tab, stored_name

PAGE = "book/duties.html"


@pytest.fixture(scope="module")
def site(http_site):
    return http_site


@pytest.fixture(scope="module")
def phone(shelf):
    return Tab(shelf(viewport={"width": 360, "height": 740}))


@pytest.fixture
def post(phone):
    page = phone(PAGE)
    page.get_by_label("我的岗位", exact=True).select_option("discipline")
    yield page
    page.emulate_media(media="null")


def test_a_post_has_its_demands_with_sentence_and_items(post):
    asked = post.locator(".duty")
    expect(asked).to_have_count(2)
    expect(asked.nth(1)).to_contain_text("把好关")
    asked.nth(1).locator("summary").press("Enter")
    expect(asked.nth(1).get_by_role("link", name="第18段第8句")).to_be_visible()
    expect(asked.nth(1).locator(".duty-items a").first).to_be_visible()
    assert post.evaluate("document.documentElement.scrollWidth") == 360
    assert violations(post, "main") == []


def test_what_is_filled_in_stays_with_the_post_and_is_text_and_nothing_else(post):
    written = "没有台账<img src=x onerror=alert(1)>"
    post.locator(".duty").first.get_by_label("差距").fill(written)
    expect(post.get_by_role("status")).to_have_text("已保存在这台设备的浏览器里。")
    assert post.locator(".duty img").count() == 0
    post.reload()
    post.wait_for_selector(ALIVE)
    assert post.locator(".duty").first.get_by_label("差距").input_value() == written
    assert post.locator(".duty img").count() == 0


def test_it_is_exported_and_what_is_damaged_is_left_out(post, site, tmp_path):
    post.locator(".duty").first.get_by_label("措施").fill("建台账")
    name = stored_name(site, "duty:p18-s08")
    post.evaluate("([name]) => localStorage.setItem(name, '{\"state\": 1}')", [name])
    post.goto(f"{site}book/progress.html")
    with post.expect_download() as download:
        post.get_by_role("button", name="导出").first.click()
    download.value.save_as(tmp_path / "record.json")
    record = json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))
    assert [*record["duties"]] == ["p07-s12"]
    assert record["duties"]["p07-s12"]["measure"] == "建台账"


def test_the_printed_sheet_has_what_was_written(post):
    post.locator(".duty").first.get_by_label("责任人").fill("张三")
    post.emulate_media(media="print")
    expect(post.locator(".duty-printed", has_text="张三")).to_be_visible()
    expect(post.locator("textarea").first).to_be_hidden()
    expect(post.locator("#duties-role")).to_be_hidden()
