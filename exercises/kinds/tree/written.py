"""Typed answers of a structure tree: the words of its gaps."""

from exercises.gaps.gap import numbered
from exercises.kinds.tree.item import TreeItem
from exercises.marking.readers import Reader, words


def reader(item: TreeItem) -> Reader:
    """Return the reader of the gaps' words."""
    return words([slot for slot, _ in numbered(item.gaps)], item.word_list())
