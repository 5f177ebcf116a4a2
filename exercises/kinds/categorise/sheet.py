"""Categorising in print: a table with a row for each card and a column for each group."""

from __future__ import annotations

from docutils import nodes

from exercises.answer_sheet import AnswerRow
from exercises.kinds.categorise.item import CategoriseItem
from exercises.sheet import exercise_entry, exercise_grid, inline


def question(item: CategoriseItem) -> list[nodes.Element]:
    """Lay out the table to tick."""
    entries = [
        exercise_entry("", "", *inline(card.text), label=str(number), room="none")
        for number, card in item.printed()
    ]
    heads = [group.name for group in item.groups]
    return [exercise_grid("", *entries, corner="卡片", heads=heads)]


def answer_rows(item: CategoriseItem) -> list[AnswerRow]:
    """Return an answer sheet row for each card, with the groups to choose from."""
    groups = tuple(group.name for group in item.groups)
    return [
        AnswerRow("one", (card.group,), groups, label=str(number))
        for number, card in item.printed()
    ]
