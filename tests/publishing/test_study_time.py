"""Chapters and sections show about how long they take, marked as an estimate."""

import re

import pytest
from docutils import nodes

from exercises.sheet import exercise
from publishing.html.study_time import estimated_minutes
from tests.publishing.books import SOUND


@pytest.mark.parametrize(
    ("characters", "items", "minutes"),
    [(1, 0, 1), (250, 0, 1), (251, 0, 2), (500, 2, 5), (0, 1, 2)],
)
def test_minutes_come_from_characters_and_exercises(characters, items, minutes):
    section = nodes.section("", nodes.paragraph("", "字" * characters + " \n"))
    section += [exercise("", nodes.paragraph("", "题" * 900)) for _ in range(items)]
    assert estimated_minutes(section) == minutes


def test_a_chapter_and_the_sections_that_read_the_text_say_their_time(book):
    book.chapter(f"## 原文\n\n{SOUND}\n## 别的\n\n只说年中 {{cite}}`p13.s01`。\n")
    built = book.build()
    assert built.code == 0, built.output
    told = re.findall(
        r"<h(\d)>(.*?)<a.*?</h\d>\s*<p class=\"study-time\">约 (\d+) 分钟（估计(.*?)）</p>",
        built.page,
    )
    assert [(level, title, more) for level, title, _, more in told] == [
        ("1", "第七章　收官之年的部署", "，含练习 1 道"),
        ("2", "原文", "，含练习 1 道"),
    ]
    assert built.page.count('class="study-time"') == len(told)
