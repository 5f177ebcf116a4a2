"""Multiple choice in print: lettered options, each with a box to tick."""

from docutils import nodes

from exercises.answer_sheet import AnswerRow
from exercises.choice.sheet import choice_row, option_list
from exercises.kinds.multiple.item import MultipleItem


def question(item: MultipleItem) -> list[nodes.Element]:
    """Lay out the options in the bank's order."""
    return [option_list(item.options, marker="any")]


def answer_rows(item: MultipleItem) -> list[AnswerRow]:
    """Return the answer sheet row of the choice."""
    return [choice_row(item.options, room="any")]
