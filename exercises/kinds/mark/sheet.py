"""Marking in print: the passage, widely set, to underline in."""

from docutils import nodes

from exercises.kinds.mark.item import MarkItem
from exercises.sheet import exercise_passage


def question(item: MarkItem) -> list[nodes.Element]:
    """Lay out the passage; nothing in it tells what can be marked."""
    return [exercise_passage("", item.text, leading="wide")]
