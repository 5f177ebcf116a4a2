"""What ``course.yml`` names must exist, and a fault names its line and field."""

import pytest

from course import SettingsError
from exercises import read_bank
from exercises.__main__ import main
from exercises.settings_checks import check_settings

FILE = "course.yml"


def faults_of(course):
    with pytest.raises(SettingsError) as caught:
        check_settings(course, read_bank(course))
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("tour: null", "tour: nope", "字段 items.tour：题库里没有 nope 这一章；最接近的是 c0"),
        ("c03: 4}", "c33: 4}", "字段 items.chapters.c33：题库里没有 c33 这一章；最接近的是 c03"),
        ("paper: final", "paper: fin", "字段 completion.paper：exercises/blueprints 里没有试卷 fin；最接近的是 final"),
    ],
)  # fmt: skip
def test_what_does_not_exist_is_told_at_its_line(slipped, old, new, told):
    line = slipped.slip(FILE, old, new)
    (fault,) = faults_of(slipped.course)
    assert fault.startswith(f"{FILE}:{line}: {told}")


def test_all_of_them_are_told_at_once_by_check(slipped, capsys):
    slipped.slip(FILE, "tour: null", "tour: nope")
    slipped.slip(FILE, "paper: final", "paper: fin")
    assert main(["check", "--course", str(slipped.folder)]) == 1
    assert "课程设置有 2 处错误" in capsys.readouterr().err


def test_chapters_in_one_name_are_to_be_divided(slipped):
    slipped.slip(FILE, "{c01: 4, c02", "{c01，c02")
    (fault,) = faults_of(slipped.course)
    assert "“c01，c02”里有中文逗号" in fault
