"""Cloze in print: the passage with rules to write on, and the word list."""

from __future__ import annotations

from docutils import nodes

from exercises.answer_sheet import AnswerRow
from exercises.gaps.gap import gap_rows
from exercises.kinds.cloze.item import ClozeItem
from exercises.sheet import (
    exercise_blank,
    exercise_passage,
    exercise_word,
    exercise_words,
)


def question(item: ClozeItem) -> list[nodes.Element]:
    """Lay out the passage and, where there is one, its word list."""
    laid: list[nodes.Element] = [
        exercise_passage(
            "",
            "",
            *(
                exercise_blank("", number=part, width=item.width(part))
                if isinstance(part, int)
                else nodes.Text(part)
                for part in item.segments()
            ),
        )
    ]
    word_list = item.word_list()
    if word_list:
        laid.append(exercise_words("", *(exercise_word("", text) for text in word_list)))
    return laid


def answer_rows(item: ClozeItem) -> list[AnswerRow]:
    """Return a rule to write on for each gap on the answer sheet."""
    return gap_rows(item.gaps)
