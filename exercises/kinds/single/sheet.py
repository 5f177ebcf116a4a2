"""Single choice in print: lettered options, each with a circle to tick."""

from docutils import nodes

from exercises.answer_sheet import AnswerRow
from exercises.choice.sheet import choice_row, option_list
from exercises.kinds.single.item import SingleItem


def question(item: SingleItem) -> list[nodes.Element]:
    """Lay out the options in the bank's order."""
    return [option_list(item.options, marker="one")]


def answer_rows(item: SingleItem) -> list[AnswerRow]:
    """Return the answer sheet row of the choice."""
    return [choice_row(item.options, room="one")]
