"""A link to an exercise uses the exercise's own name."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.this_course import COURSE, load_bank


@pytest.mark.built
def test_links_name_items_as_their_exercises_are_named():
    page = BeautifulSoup((COURSE.site / "book" / "pairs.html").read_bytes(), "html.parser")
    links = [link for link in page.select("main a[href*='#ex-']") if link.text.startswith("练习")]
    assert links
    bank = load_bank()
    for link in links:
        item = bank.item(re.search(r"#ex-(.+)$", link["href"])[1])
        assert link.text.split("\u3000")[1] == item.own_label
    assert any("改稿题" in link.text for link in links)
