"""The front page says how large the course is."""

import re

import pytest

from tests.this_course import COURSE, load_bank


@pytest.mark.built
def test_the_front_page_counts_chapters_and_items():
    page = (COURSE.site / "book" / "index.html").read_text()
    (chapters, items) = re.search(r"(\d+) 章，练习 (\d+) 道", page).groups()
    assert int(items) == len(load_bank())
    assert page.count("toctree-l1") > int(chapters)
    assert len(re.findall(r">第[一二三四五六七八九十]+章　", page[: page.index("<main")])) == int(
        chapters
    )
