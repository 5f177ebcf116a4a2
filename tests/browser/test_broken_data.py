"""An exercise whose data is damaged says so once, keeps its printed form and costs no other."""

import re

import pytest

from tests.browser.reader import READY

DATA = re.compile(r'(<script[^>]*class="exercise-data"[^>]*>)\{')


@pytest.mark.parametrize("place", [0, 2])
def test_a_damaged_exercise_costs_no_other(browser, http_site, place):
    def damage(route):
        answer = route.fetch()
        parts = DATA.split(answer.text())
        # Every second part is a tag; the brace after it is what is lost.
        body = parts[0]
        for number, (tag, rest) in enumerate(zip(parts[1::2], parts[2::2], strict=True)):
            body += tag + ("" if number == place else "{") + rest
        route.fulfill(response=answer, body=body)

    context = browser.new_context()
    page = context.new_page()
    page.route("**/book/c03.html", damage)
    page.goto(f"{http_site}book/c03.html")
    page.wait_for_selector(READY)
    exercises = page.locator("section.exercise")
    damaged = exercises.nth(place)
    assert page.locator(".exercise-notice").all_inner_texts() == [
        "这道练习没能载入，请改用下面的纸面形式。"
    ]
    assert damaged.locator(".exercise-notice").count() == 1
    assert damaged.locator(".exercise-body").is_visible()
    assert page.locator(".exercise-live form").count() == exercises.count() - 1
    context.close()
