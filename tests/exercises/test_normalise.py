"""Typed answers agree whatever the keyboard gave."""

import pytest

from exercises.normalise import normalise


@pytest.mark.parametrize(
    "typed", ["１６字", "16 字", "“16字”", "16字。", "\u30001６字，", "「16字」"]
)
def test_width_spaces_quotes_and_end_marks_do_not_count(typed):
    assert normalise(typed) == "16字"


def test_inner_punctuation_counts():
    assert normalise("发现问题、形成震慑") != normalise("发现问题形成震慑")


@pytest.mark.parametrize("typed", ["", " ", "\u3000", "“”", "。"])
def test_marks_alone_are_nothing(typed):
    assert not normalise(typed)
