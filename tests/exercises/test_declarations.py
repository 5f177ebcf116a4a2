"""The declared types are those of the Python classes."""

from __future__ import annotations

from exercises.declarations import FILE, declarations


def test_the_file_is_current() -> None:
    assert FILE.read_text(encoding="utf-8") == declarations(), "please run: make types"


def test_a_rubric_is_declared_with_all_that_it_is_made_of() -> None:
    written = declarations()
    for line in (
        "export interface Rubric {\n  slots: Record<string, Slot>;\n",
        "  mark: 'right' | 'wrong' | 'missed' | 'none';\n",
        "  phrases: Partial<Record<'right' | 'wrong' | 'missed' | 'none', string>>;\n",
        "  slots: SlotGrade[];\n",
        "  rubric: Rubric;\n",
    ):
        assert line in written
