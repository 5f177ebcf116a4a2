"""Enough items: in a chapter, in all, of each kind, for each objective."""

import pytest

from exercises.kinds.registry import kinds
from exercises.rules import rules
from exercises.rules.quantity import MINIMA
from tests.exercises.banks import HEADER, single
from tests.exercises.rules.checking import broken


def items(count):
    return [single(f"n{number}") for number in range(count)]


def chapter(folder, *given, minimum):
    """Check by a plan that is only of chapter 7."""
    others = {id_: 0 for id_ in MINIMA if id_ != "c07"}
    faults = broken(folder, "chapter-minimum", *given, c07=minimum, **others)
    return [fault for fault in faults if fault.file.name == "c07.yml"]


def test_a_chapter_with_too_few_items_is_named(tmp_path):
    (fault,) = chapter(tmp_path, *items(3), minimum=4)
    assert (
        str(fault)
        == f"{tmp_path / 'c07.yml'}:1: 规则 chapter-minimum：本章 3 题，至少应有 4 题；请补题"
    )


def test_a_chapter_with_just_enough_items_passes(tmp_path):
    assert not chapter(tmp_path, *items(4), minimum=4)


def test_a_chapter_without_a_file_is_named(tmp_path):
    faults = broken(tmp_path, "chapter-minimum", *items(4))
    assert any("没有 across 这一章的题库文件，应有 20 题" in fault.message for fault in faults)


def test_the_plan_is_that_of_the_course():
    assert sum(MINIMA.values()) == 155
    assert rules()["total"].bound == {"least": 160}


def test_a_bank_that_is_too_small_is_named(tmp_path):
    (fault,) = broken(tmp_path, "total", *items(3), least=4)
    assert fault.file == tmp_path
    assert "共 3 题，至少应有 4 题" in fault.message


def test_a_bank_of_just_the_size_passes(tmp_path):
    assert not broken(tmp_path, "total", *items(4), least=4)


@pytest.mark.parametrize("rule", ["total", "kind-minimum"])
def test_the_tour_of_the_guide_does_not_count(tmp_path, rule):
    tour = [item.replace("c07", "guide") for item in items(4)]
    faults = broken(tmp_path, rule, *tour, header=HEADER.replace("c07", "guide"), least=1)
    assert faults


def test_a_kind_that_is_hardly_used_is_named(tmp_path):
    faults = broken(tmp_path, "kind-minimum", *items(2))
    assert len(faults) == len(kinds())
    assert any("单项选择题（single）有 2 题，至少应有 3 题" in fault.message for fault in faults)


def test_a_kind_that_is_used_three_times_passes(tmp_path):
    faults = broken(tmp_path, "kind-minimum", *items(3))
    assert not any("（single）" in fault.message for fault in faults)


def test_an_objective_that_is_tested_once_is_named_with_its_line(tmp_path):
    (fault,) = broken(tmp_path, "objective-minimum", *items(1))
    lines = (tmp_path / "c07.yml").read_text(encoding="utf-8").splitlines()
    assert "id: c07-o1" in lines[fault.line - 1]
    assert "学习目标 c07-o1 有 1 题，至少应有 2 题" in fault.message


def test_an_objective_that_is_tested_twice_passes(tmp_path):
    assert not broken(tmp_path, "objective-minimum", *items(2))
