"""Ordering in print: shuffled steps, each with a box for its number."""

from docutils import nodes

from exercises.answer_sheet import AnswerRow
from exercises.kinds.ordering.item import OrderingItem
from exercises.sheet import exercise_entries, exercise_entry, inline


def question(item: OrderingItem) -> list[nodes.Element]:
    """Lay out the steps."""
    entries = [
        exercise_entry("", "", *inline(step.text), label=f"{id_.upper()}.", room="box")
        for id_, step in item.lettered()
    ]
    return [exercise_entries("", *entries, style="plain")]


def answer_rows(item: OrderingItem) -> list[AnswerRow]:
    """Return a box for each step's number on the answer sheet."""
    places = {step.text: str(place) for place, step in enumerate(item.steps, start=1)}
    return [
        AnswerRow("box", (places[step.text],), label=id_.upper()) for id_, step in item.lettered()
    ]
