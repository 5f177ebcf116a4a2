"""Typed answers of a matching item: the letters in the boxes, in order."""

from exercises.gaps.gap import numbered
from exercises.kinds.matching.item import MatchingItem
from exercises.marking.readers import Reader, letter_row


def reader(item: MatchingItem) -> Reader:
    """Return the reader of one letter per premise."""
    places = [(slot, slot) for slot, _ in numbered(item.premises)]
    return letter_row("各项", places, [dict(item.lettered())] * len(places))
