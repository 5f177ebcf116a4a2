"""Typed answers of a cloze: the words of its gaps."""

from exercises.gaps.gap import numbered
from exercises.kinds.cloze.item import ClozeItem
from exercises.marking.readers import Reader, words


def reader(item: ClozeItem) -> Reader:
    """Return the reader of the gaps' words."""
    return words([slot for slot, _ in numbered(item.gaps)], item.word_list())
