"""Short answer in print: rules to write on."""

from docutils import nodes

from exercises.kinds.short.item import ShortItem
from exercises.sheet import exercise_lines


def question(item: ShortItem) -> list[nodes.Element]:
    """Lay out the rules."""
    return [exercise_lines("", count=item.lines)]
