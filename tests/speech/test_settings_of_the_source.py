"""Paragraphs and lines that ``course.yml`` names must exist in the text's file."""

import pytest

from course import SettingsError
from speech.source import load_speech
from tests.exercises.slipped import Slipped

HEADER = "header: {lines: 3, title: 1, publisher: 2}"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("outside: []", "outside: [p01, p99]", "字段 source.outside.2：文章没有段落 p99，共 "),
        (HEADER, "header: {lines: 3, title: 1, date: 2}", "字段 source.header.date：book/source.txt 的第 2 行没有 2000-12-31 这样的日期"),
        (HEADER, "header: {lines: 3, title: 1, publisher: 3}", "字段 source.header.publisher：book/source.txt 的第 3 行是空行"),
    ],
)  # fmt: skip
def test_what_the_file_lacks_is_told_at_its_line(tmp_path, old, new, told):
    course = Slipped(tmp_path)
    line = course.slip("course.yml", old, new)
    with pytest.raises(SettingsError) as caught:
        load_speech(course.course)
    (fault,) = caught.value.faults
    assert str(fault).startswith(f"course.yml:{line}: {told}")
