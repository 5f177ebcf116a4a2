"""The displayed text differs from the stored text only by the recorded rules."""

import unicodedata

import pytest

from speech.display import FULL_WIDTH, display_text
from tests.this_course import load_speech

PARAGRAPHS = pytest.mark.parametrize("paragraph", load_speech().paragraphs, ids=lambda p: p.id)


def letters_and_digits(text):
    return [c for c in text if unicodedata.category(c)[0] in "LN"]


@PARAGRAPHS
def test_no_han_character_and_no_digit_changes(paragraph):
    assert letters_and_digits(paragraph.text) == letters_and_digits(paragraph.stored)


@PARAGRAPHS
def test_no_half_width_punctuation_and_no_space_is_left(paragraph):
    assert not set(paragraph.text) & {*FULL_WIDTH, " ", "\u3000", "\t"}


@PARAGRAPHS
def test_the_recorded_changes_are_all_the_changes(paragraph):
    undone = paragraph.text
    for change in paragraph.changes:
        assert undone.startswith(change.shown, change.position)
        undone = (
            undone[: change.position]
            + change.stored
            + undone[change.position + len(change.shown) :]
        )
    assert undone == paragraph.stored


def test_the_sum_in_the_speech_keeps_its_signs():
    assert "取得了1+1>2的效果" in load_speech().paragraph(9).text


def test_stray_spaces_inside_words_go():
    text, changes = display_text("监督标准 是“四个对照”")
    assert text == "监督标准是“四个对照”"
    assert [(change.rule, change.position) for change in changes] == [("spaces", 4)]


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("他说 to be, or not to be,这是问题", "他说to be, or not to be，这是问题"),
        ("用 Jupyter  Book 做的书", "用Jupyter Book做的书"),
        ("约 3,000 字,12:30 开始", "约3,000字，12:30开始"),
        ("第 1 章: Introduction", "第1章：Introduction"),
    ],
)
def test_latin_words_and_numbers_keep_their_spaces_and_marks(stored, shown):
    assert display_text(stored)[0] == shown
