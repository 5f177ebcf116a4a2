"""Marking in print: the passage, widely set, to underline in."""

from typing import Final

from docutils import nodes

from exercises.answer_sheet import AnswerRow
from exercises.kinds.mark.item import MarkItem
from exercises.sheet import exercise_passage

_RULES: Final = 3


def question(item: MarkItem) -> list[nodes.Element]:
    """Lay out the passage; nothing in it tells what can be marked."""
    return [exercise_passage("", item.text, leading="wide")]


def answer_rows(item: MarkItem) -> list[AnswerRow]:
    """Give rules to copy the marked words onto, as many whatever their number."""
    words = item.key().split("；")
    lines = [words[first::_RULES] for first in range(_RULES)]
    return [AnswerRow("rule", ("；".join(line),)) for line in lines]
