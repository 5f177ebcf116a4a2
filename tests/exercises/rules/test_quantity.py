"""Enough items: per chapter, in total, per kind, per objective."""

import pytest

from exercises.kinds.registry import kinds
from tests.exercises.banks import FILE_OF_BANK, HEADER, single
from tests.exercises.rules.checking import broken
from tests.this_course import COURSE


def items(count):
    return [single(f"n{number}") for number in range(count)]


def test_a_chapter_with_too_few_items_is_named(tmp_path):
    (fault,) = broken(tmp_path, "chapter-minimum", *items(3), least={"chapters": {"c07": 4}})
    assert str(fault).startswith(
        f"{FILE_OF_BANK}:1: 规则 chapter-minimum：本章 3 题，至少应有 4 题；请补题"
    )


def test_a_chapter_with_just_enough_items_passes(tmp_path):
    least = {"chapters": {"c07": 4}}
    assert not broken(tmp_path, "chapter-minimum", *items(4), least=least)


def test_the_plan_of_this_course_is_not_lowered_unseen():
    least = COURSE.settings.items
    assert sum(least.chapters.values()) == 155
    assert (least.total, least.each_kind, least.each_objective, least.coverage) == (160, 3, 2, 0.85)


def test_a_bank_that_is_too_small_is_named(tmp_path):
    (fault,) = broken(tmp_path, "total", *items(3), least={"total": 4})
    assert fault.file == FILE_OF_BANK.parent
    assert "共 3 题，至少应有 4 题" in fault.message


def test_a_bank_of_just_the_size_passes(tmp_path):
    assert not broken(tmp_path, "total", *items(4), least={"total": 4})


@pytest.mark.parametrize(("rule", "bound"), [("total", "total"), ("kind-minimum", "each_kind")])
def test_the_tour_does_not_count(tmp_path, rule, bound):
    tour = [item.replace("c07", "guide") for item in items(4)]
    header = HEADER.replace("c07", "guide")
    counted = broken(tmp_path, rule, *tour, header=header, least={bound: 1})
    left_out = broken(tmp_path, rule, *tour, header=header, least={bound: 1, "tour": "guide"})
    assert len(left_out) == len(counted) + 1


def test_a_kind_that_is_hardly_used_is_named(tmp_path):
    faults = broken(tmp_path, "kind-minimum", *items(2), least={"each_kind": 3})
    assert len(faults) == len(kinds())
    assert any("单项选择题（single）有 2 题，至少应有 3 题" in fault.message for fault in faults)


def test_a_kind_that_is_used_three_times_passes(tmp_path):
    faults = broken(tmp_path, "kind-minimum", *items(3), least={"each_kind": 3})
    assert not any("（single）" in fault.message for fault in faults)


def test_an_objective_that_is_tested_once_is_named_with_its_line(tmp_path):
    (fault,) = broken(tmp_path, "objective-minimum", *items(1), least={"each_objective": 2})
    lines = (tmp_path / FILE_OF_BANK).read_text(encoding="utf-8").splitlines()
    assert "id: c07-o1" in lines[fault.line - 1]
    assert "学习目标 c07-o1 有 1 题，至少应有 2 题" in fault.message


def test_an_objective_that_is_tested_twice_passes(tmp_path):
    assert not broken(tmp_path, "objective-minimum", *items(2), least={"each_objective": 2})
