"""A close reading has five steps, each of which cites words of the passage."""

import re

import pytest
from pydantic import ValidationError

from course import read_checked
from publishing.outline.close_readings import STEPS, CloseReading, CloseReadings, lit
from publishing.outline.data import OutlineError
from tests.publishing.books import SOUND
from tests.this_course import COURSE, ROOT, load_speech

SAID = {"text": "“收官阶段”是现在所处的阶段", "at": "p13.s02"}
READING = {"title": "收官", "passage": "p13.s01-s02"} | {step: [SAID] for step in STEPS}
DATA = """\
readings:
  stage:
    title: 收官
    passage: p13.s01-s02
""" + "".join(
    f"    {step}:\n      - {{text: 第{number}步说“收官阶段”, at: p13.s02}}\n"
    for number, step in enumerate(STEPS, start=1)
)
DIRECTIVE = "\n```{close-reading} stage\n```\n"


def refused(**changes):
    with pytest.raises(ValidationError) as caught:
        CloseReading.model_validate(READING | changes, context=load_speech())
    return str(caught.value)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"text": "这里没有引原文", "at": "p13.s02"}, "joints 没有引 p13.s01-s02 里的话"),
        ({"text": "“重点工作进展”在后一句", "at": "p13.s03"}, "joints 没有引 p13.s01-s02 里的话"),
        ({"text": "“收官阶段”是阶段", "at": "p13.s01"}, "joints 没有引 p13.s01-s02 里的话"),
        ({"text": "“硬任务”在别的段落", "at": "p13.s02"}, "引文“硬任务”不在所注的段落里；它的出处是 p14.s02"),
    ],
)  # fmt: skip
def test_a_step_that_points_at_nothing_of_the_passage_is_refused(said, message):
    assert message in refused(joints=[said])


def test_a_step_that_is_left_out_is_refused():
    assert "unsaid" in refused(unsaid=[])


def test_words_are_lit_for_each_step_that_points_at_them():
    parts = list(lit("甲乙丙丁", {1: [(0, 2)], 3: [(1, 3)]}))
    assert [(part.astext(), getattr(part, "attributes", {}).get("steps")) for part in parts] == [
        ("甲", [1]),
        ("乙", [1, 3]),
        ("丙", [3]),
        ("丁", None),
    ]


def with_reading(book, data=DATA, directive=DIRECTIVE):
    book.write("book/outline/close-readings.yml", data)
    book.chapter(SOUND + directive)


def test_the_page_has_the_passage_and_every_step_without_a_script(book):
    with_reading(book)
    built = book.build()
    assert built.code == 0, built.output
    assert '<span class="lit lit-1 lit-2 lit-3 lit-4 lit-5">收官阶段</span>' in built.page
    steps = re.findall(r'<details class="close-step[^>]*name="close-stage"[^>]*>', built.page)
    assert [" open" in step for step in steps] == [True, False, False, False, False]
    assert all(title in built.page for title in STEPS.values())
    # The sentence is not repeated with its id.
    assert built.page.count('id="p13-s02"') == 1
    listed = (book.folder / "_build" / "statements.csv").read_text(encoding="utf-8-sig")
    assert listed.count("精读") == 5


def test_the_handout_has_it_whole(book):
    with_reading(book)
    assert book.build("handout").code == 0
    markup = (book.folder / "_build" / "handout" / "pages.typ").read_text(encoding="utf-8")
    assert '#lit-words("12345")[' in markup
    assert [f"#close-step({n}, " in markup for n in range(1, 6)] == [True] * 5


@pytest.mark.parametrize(
    ("data", "directive", "message"),
    [
        (DATA, DIRECTIVE.replace("stage", "stag"), "没有精读示范 stag；book/outline/close-readings.yml 里有 stage"),
        (DATA.replace("p13.s01-s02", "p99"), DIRECTIVE, "book/outline/close-readings.yml:4: 字段 readings.stage.passage"),
        (DATA.replace("joints", "joint"), DIRECTIVE, "最接近的是 joints"),
    ],
)  # fmt: skip
def test_a_fault_in_the_readings_stops_the_build(book, data, directive, message):
    with_reading(book, data, directive)
    built = book.build()
    assert built.code != 0
    assert message in built.error
    assert "Traceback" not in built.error


def test_every_reading_of_this_course_is_shown_once():
    file = COURSE.outline / "close-readings.yml"
    data = read_checked(file, CloseReadings, OutlineError, shown=file, context=load_speech())
    pages = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "book").glob("*.md"))
    assert sorted(re.findall(r"\{close-reading\} (\S+)", pages)) == sorted(data.value.readings)
