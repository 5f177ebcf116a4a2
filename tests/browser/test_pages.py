"""Every page opens without trouble, from a server and from a folder, with the network cut."""

import pytest

from tests.browser.reader import READY, course_pages, cut_off, open_page


@pytest.fixture(scope="module", params=["http", "file"])
def site(request):
    return request.getfixturevalue(f"{request.param}_site")


@pytest.fixture(scope="module")
def reader(browser, site):
    context = browser.new_context()
    yield context, cut_off(context, site)
    context.close()


@pytest.fixture(scope="module", params=course_pages())
def opened(request, reader, site):
    context, troubles = reader
    for noted in (troubles.console, troubles.outside, troubles.failed):
        noted.clear()
    page = open_page(context, site + request.param)
    yield page, troubles
    page.close()


def test_the_console_stays_silent(opened):
    _, troubles = opened
    assert troubles.console == []


def test_no_other_host_is_asked(opened):
    _, troubles = opened
    assert troubles.outside == []


def test_nothing_is_missing(opened):
    _, troubles = opened
    assert troubles.failed == []


def test_the_language_is_chinese(opened):
    page, _ = opened
    assert page.locator("html").get_attribute("lang") == "zh-CN"


def test_all_its_exercises_are_ready(opened):
    page, _ = opened
    live = page.locator("section.exercise form")
    assert live.count() == page.locator("section.exercise").count()
    if live.count():
        assert page.locator(READY).count() == 1


def test_the_front_door_leads_into_the_book(reader, site):
    context, _ = reader
    page = context.new_page()
    page.goto(f"{site}index.html")
    page.wait_for_url(f"{site}{course_pages()[0]}")
    page.close()
