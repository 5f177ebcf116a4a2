"""The timeline has all dates of the text, in its words, as a figure and as a table."""

import re

import pytest
from pydantic import ValidationError

from course import read_checked
from publishing.html.timeline import wrapped
from publishing.outline.data import OutlineError
from publishing.outline.timeline import FILE, TIMES, Timeline
from tests.publishing.books import SOUND
from tests.this_course import COURSE, load_speech


def this_course():
    file = COURSE.outline / FILE
    raw = read_checked(file, Timeline, OutlineError, shown=file, context=load_speech()).raw
    return {**raw, "passed_over": [*raw["passed_over"]]}


def refused(**changes):
    with pytest.raises(ValidationError) as caught:
        Timeline.model_validate(this_course() | changes, context=load_speech())
    return str(caught.value)


def without(groups, name):
    kept = [
        group | {"events": [event for event in group["events"] if event["name"] != name]}
        for group in groups
    ]
    return [{key: value for key, value in group.items() if key != "note"} for group in kept]


def test_every_time_of_the_text_is_on_the_line_or_passed_over():
    found = {m[0] for s in load_speech().in_chapters for m in TIMES.finditer(s.text)}
    assert {"2019年下半年", "去年底", "上半年", "6月15日", "今年7月", "半年", "明年上半年"} <= found


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("巡视指导督导试点", "p04.s04 的“2019年下半年”没有列入时间线"),
        ("上下联动意见", "p15.s02 的“半年”没有列入时间线"),
        ("全部换届完成", "p19.s02 的“明年上半年”没有列入时间线"),
    ],
)
def test_a_time_that_is_left_out_is_named(name, message):
    assert message in refused(groups=without(this_course()["groups"], name))


@pytest.mark.parametrize(
    ("passed", "message"),
    [
        (
            {"words": "省委高度重视", "at": "p02.s03", "reason": "没有时间"},
            "没有时间词，或已经列入",
        ),
        ({"words": "6月15日", "at": "p14.s05", "reason": "已经列入了"}, "没有时间词，或已经列入"),
        ({"words": "去年", "at": "p14.s05", "reason": "不在这一句"}, "p14.s05 里没有“去年”"),
    ],
)
def test_what_is_passed_over_for_nothing_is_refused(passed, message):
    assert message in refused(passed_over=[*this_course()["passed_over"], passed])


def test_no_year_is_filled_in():
    event = {"when": "2021年7月", "name": "信息化建设", "what": "信息化建设", "at": "p10.s19", "state": "以后"}  # fmt: skip
    assert "p10.s19 里没有“2021年7月”" in refused(groups=[{"title": "时间", "events": [event]}])


def test_lines_break_neither_numbers_nor_before_marks():
    assert wrapped("2020年、2021年", 6.5) == ["2020年、", "2021年"]
    assert wrapped("甲乙丙，丁", 3) == ["甲乙", "丙，丁"]


def with_timeline(book):
    data = (COURSE.outline / FILE).read_text(encoding="utf-8")
    # The small book has only one paragraph; links to others would be broken.
    book.write("book/outline/timeline.yml", data)
    rest = [n for n in range(1, 20) if n != 13]
    more = "".join(f"```{{speech}} p{n:02}\n```\n\n" for n in rest)
    book.chapter(f"{SOUND}\n{more}\n```{{timeline}}\n```\n")


def test_the_page_has_a_picture_and_a_table_that_says_the_same(book):
    with_timeline(book)
    built = book.build()
    assert built.code == 0, built.output
    picture = re.search(r'<figure class="timeline">.*?</figure>', built.page, re.DOTALL)[0]
    assert 'role="img"' in picture
    assert "2019年下半年" in re.sub(r"<[^>]+>|\s", "", picture)
    events = sum(len(group["events"]) for group in this_course()["groups"])
    assert picture.count("timeline-when") == picture.count("timeline-dot") == events
    table = re.search(r"course-table-dates.*?</table>", built.page, re.DOTALL)[0]
    assert table.count('scope="row"') == events


def test_the_handout_draws_it(book):
    with_timeline(book)
    assert book.build("handout").code == 0
    markup = (book.folder / "_build" / "handout" / "pages.typ").read_text(encoding="utf-8")
    assert '(0, "2019年下半年", "巡视指导督导试点"), ' in markup
