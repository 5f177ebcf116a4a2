"""Limited recall, and enough application."""

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


def test_a_small_course_may_apply_less_than_a_large_one(tmp_path):
    # 24 items are a small course, 25 a large one.
    assert not broken(tmp_path, "apply-share", *levels(8, 8, 8, 0))
    (tmp_path / "large").mkdir()
    (fault,) = broken(tmp_path / "large", "apply-share", *levels(5, 9, 8, 3))
    assert "应用、分析的只有 11 / 25 题（44%）" in fault.message


def test_a_large_course_that_applies_enough_passes(tmp_path):
    assert not broken(tmp_path, "apply-share", *levels(5, 6, 7, 2), *more("apply", 5))


def more(level, count):
    return [single(f"more{n}").replace("level: remember", f"level: {level}") for n in range(count)]


def test_a_course_that_recalls_too_much_is_named(tmp_path):
    (fault,) = broken(tmp_path, "course-recall", *levels(6, 9, 10, 0))
    assert "识记的有 6 / 25 题（24%）" in fault.message


def test_a_fifth_of_recall_passes_and_a_small_course_is_not_counted(tmp_path):
    assert not broken(tmp_path, "course-recall", *levels(5, 10, 10, 0))
    (tmp_path / "small").mkdir()
    assert not broken(tmp_path / "small", "course-recall", *levels(14, 5, 5, 0))


def test_a_course_that_explains_too_little_is_named(tmp_path):
    (fault,) = broken(tmp_path, "understand-share", *levels(5, 7, 13, 0))
    assert "理解的有 7 / 25 题（28%）" in fault.message


def test_a_course_that_hardly_does_else_is_named(tmp_path):
    (fault,) = broken(tmp_path, "understand-share", *levels(2, 11, 12, 0))
    assert "理解的有 11 / 25 题（44%）" in fault.message


def test_what_is_understood_may_be_just_within_its_bounds(tmp_path):
    assert not broken(tmp_path, "understand-share", *levels(4, 9, 17, 0))
    (tmp_path / "many").mkdir()
    assert not broken(tmp_path / "many", "understand-share", *levels(8, 20, 22, 0))
    (tmp_path / "small").mkdir()
    assert not broken(tmp_path / "small", "understand-share", *levels(0, 24, 0, 0))
