"""Ordering in print: shuffled steps, each with a box for its number."""

from docutils import nodes

from exercises.kinds.ordering.item import OrderingItem
from exercises.sheet import exercise_entries, exercise_entry, inline


def question(item: OrderingItem) -> list[nodes.Element]:
    """Lay out the steps."""
    entries = [
        exercise_entry("", "", *inline(step.text), label=f"{id_.upper()}.", room="box")
        for id_, step in item.lettered()
    ]
    return [exercise_entries("", *entries, style="plain")]
