"""Multiple choice in print: lettered options, each with a box to tick."""

from docutils import nodes

from exercises.choice.sheet import option_list
from exercises.kinds.multiple.item import MultipleItem


def question(item: MultipleItem) -> list[nodes.Element]:
    """Lay out the options in the bank's order."""
    return [option_list(item.options, marker="any")]
