"""Structure tree in print: the tree with rules to write on, and the word list."""

from __future__ import annotations

from docutils import nodes

from exercises.answer_sheet import AnswerRow
from exercises.gaps.gap import cut, gap_rows
from exercises.kinds.tree.item import Branch, TreeItem
from exercises.sheet import (
    exercise_blank,
    exercise_branch,
    exercise_entry,
    exercise_word,
    exercise_words,
    inline,
)


def question(item: TreeItem) -> list[nodes.Element]:
    """Lay out the tree and its word list."""
    return [
        _branch(item.tree, item.width()),
        exercise_words("", *(exercise_word("", text) for text in item.word_list())),
    ]


def _branch(branch: Branch, width: int) -> nodes.Element:
    entry = exercise_entry("", "", label="", room="none")
    for part in cut(branch.text):
        if isinstance(part, int):
            entry += exercise_blank("", number=part, width=width)
        else:
            entry.extend(inline(part))
    return exercise_branch("", entry, *(_branch(inner, width) for inner in branch.branches))


def answer_rows(item: TreeItem) -> list[AnswerRow]:
    """Return a rule to write on for each gap on the answer sheet."""
    return gap_rows(item.gaps)
