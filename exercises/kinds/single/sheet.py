"""Single choice in print: lettered options, each with a circle to tick."""

from docutils import nodes

from exercises.choice.sheet import option_list
from exercises.kinds.single.item import SingleItem


def question(item: SingleItem) -> list[nodes.Element]:
    """Lay out the options in the bank's order."""
    return [option_list(item.options, marker="one")]
