"""Not all is recall, and enough is applied."""

from tests.exercises.banks import FILE_OF_BANK, single
from tests.exercises.rules.checking import broken


def levels(*counts):
    names = ("remember", "understand", "apply", "analyse")
    return [
        single(f"{level}{n}").replace("level: remember", f"level: {level}")
        for level, count in zip(names, counts, strict=True)
        for n in range(count)
    ]


def test_a_chapter_with_too_much_recall_is_named(tmp_path):
    (fault,) = broken(tmp_path, "remember-share", *levels(2, 1, 0, 0))
    assert (fault.file, fault.line) == (FILE_OF_BANK, 1)
    assert "识记的有 2 / 3 题（67%）" in fault.message


def test_a_chapter_with_three_fifths_of_recall_passes(tmp_path):
    assert not broken(tmp_path, "remember-share", *levels(3, 2, 0, 0))


def test_a_course_that_applies_too_little_is_named(tmp_path):
    (fault,) = broken(tmp_path, "apply-share", *levels(2, 3, 1, 0))
    assert "应用、分析的只有 1 / 6 题（17%）" in fault.message


def test_a_course_that_applies_in_a_fifth_of_its_items_passes(tmp_path):
    assert not broken(tmp_path, "apply-share", *levels(2, 6, 1, 1))
