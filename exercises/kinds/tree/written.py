"""A tree as a marker types it: the words of its gaps."""

from exercises.gaps.gap import numbered
from exercises.kinds.tree.item import TreeItem
from exercises.marking.readers import Reader, words


def reader(item: TreeItem) -> Reader:
    """Give the reader of the gaps' words."""
    return words([slot for slot, _ in numbered(item.gaps)], item.word_list())
