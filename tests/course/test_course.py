import pytest

from course import Course, NoCourseError
from tests.this_course import ROOT


def test_a_folder_in_a_course_is_of_that_course():
    assert Course.at(ROOT / "book" / "speech").root == ROOT


def test_a_folder_that_does_not_exist_is_of_no_course():
    with pytest.raises(NoCourseError, match=r"没有文件夹 .*/missing；"):
        Course.at(ROOT / "missing")


def test_a_folder_outside_of_any_course_says_what_is_looked_for(tmp_path):
    with pytest.raises(NoCourseError, match=r"都没有 course\.yml"):
        Course.at(tmp_path)


def test_what_readers_have_saved_by_an_earlier_version_is_looked_for():
    # Readers' browsers have entries with this prefix: they would be lost with another one.
    assert Course.at(ROOT).settings.saved.earlier_prefix == "speech-course:"
