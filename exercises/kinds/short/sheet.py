"""Short answer in print: rules to write on."""

from docutils import nodes

from exercises.answer_sheet import AnswerRow
from exercises.kinds.short.item import ShortItem
from exercises.sheet import exercise_lines


def question(item: ShortItem) -> list[nodes.Element]:
    """Lay out the rules."""
    return [exercise_lines("", count=item.lines)]


def answer_rows(item: ShortItem) -> list[AnswerRow]:
    """Return rules to write on; the marker judges what is written there."""
    return [AnswerRow("rule", ("",)) for _ in range(item.lines)]
