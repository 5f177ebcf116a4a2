"""Conversion of items to their neutral form, and what surrounds it."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from exercises import load_bank
from exercises.kinds.registry import kinds
from exporting.collecting import collect
from exporting.forms import form
from exporting.fractions import is_exact, percent
from exporting.losses import SPANS_LISTED
from exporting.model import Exported
from exporting.question import Line
from exporting.registry import formats
from exporting.wording import nested, prompt
from tests.exporting.banks import COURSES, SHISHUO, items
from tests.this_course import ROOT

IMPORT = re.compile(r"^\s*(?:from|import) (\w+)", re.MULTILINE)


def imported(package: str) -> set[str]:
    """Return the packages that a package imports."""
    return {
        name
        for file in (ROOT / package).rglob("*.py")
        for name in IMPORT.findall(file.read_text(encoding="utf-8"))
    }


def test_it_knows_the_items_and_nothing_knows_it():
    assert {"course", "speech", "exercises"} <= imported("exporting")
    for file in (ROOT / "exporting").rglob("*.py"):
        # Only modules that pack or serve the built pages depend on how they are built.
        knows = "publishing" in IMPORT.findall(file.read_text(encoding="utf-8"))
        assert not knows or file.parent.name == "packages" or file.name == "serving.py", file
    for package in ("course", "speech", "exercises", "publishing"):
        assert "exporting" not in imported(package)


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.settings.id)
def test_every_item_has_a_form_and_every_kind_is_tried(course):
    for item in items(course).values():
        assert form(item)[0], item.id
    assert {item.kind for item in items(course).values()} == set(kinds())


def test_an_item_of_a_kind_without_a_form_is_lost_and_named():
    class Strange:
        own_label = "怪题"

    questions, lost = form(Strange())
    assert questions == ()
    assert lost == ("怪题没有可以导出的形式",)


@pytest.mark.parametrize("name", [name for name, one in formats().items() if not one.whole])
def test_a_format_leaves_out_what_has_no_form_and_says_why(name):
    from dataclasses import replace

    collection = collect(SHISHUO, load_bank(SHISHUO), ["c01"])
    (section,) = collection.sections
    strange = Exported("c01-x", "0", "怪题", "怪", (), "", (), (), ("没有形式",))
    only = replace(collection, sections=(replace(section, items=(strange,)),))
    content, (loss,) = formats()[name].write(only)
    assert loss.whole
    assert loss.what.endswith("没有放怪题的地方，整题没有导出：没有形式")
    assert b"c01-x" not in content


@pytest.mark.parametrize("name", ["moodle", "gift", "qti3", "anki"])
def test_words_that_cannot_be_marked_in_their_passage_are_named(name):
    marked = {item.id for item in items(SHISHUO).values() if item.kind == "mark"}
    _, losses = formats()[name].write(collect(SHISHUO, load_bank(SHISHUO)))
    named = {loss.item.id for loss in losses if loss.what == SPANS_LISTED}
    assert marked
    assert named == (set() if name == "qti3" else marked)


def test_percentages_are_those_of_moodles_list():
    written = {Fraction(1, n): percent(Fraction(1, n)) for n in range(1, 10)}
    assert list(written.values()) == [
        "100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111",
    ]  # fmt: skip
    assert percent(Fraction(-1, 3)) == "-33.33333"
    assert percent(Fraction(0)) == "0"
    assert percent(Fraction(1, 11)) == "5"
    assert percent(Fraction(-1, 30)) == "0"
    assert is_exact(Fraction(-5, 6))
    assert not is_exact(Fraction(1, 11))


def test_lists_are_nested_by_their_depths():
    lines = [(1, "甲"), (2, "乙"), (2, "丙"), (1, "丁"), (0, "戊")]
    assert nested(lines) == (
        "<ul><li>甲<ul><li>乙</li><li>丙</li></ul></li><li>丁</li></ul><p>戊</p>"
    )
    assert nested(lines[:3]) == "<ul><li>甲<ul><li>乙</li><li>丙</li></ul></li></ul>"


def test_a_prompt_keeps_emphasis_and_nothing_else():
    assert prompt([Line("甲**乙**<b>&", quoted=True)]) == (
        "<blockquote><p>甲<strong>乙</strong>&lt;b&gt;&amp;</p></blockquote>"
    )
