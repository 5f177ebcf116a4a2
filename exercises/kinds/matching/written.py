"""A matching as a marker types it: the letters in the boxes, in turn."""

from exercises.gaps.gap import numbered
from exercises.kinds.matching.item import MatchingItem
from exercises.marking.readers import Reader, letter_row


def reader(item: MatchingItem) -> Reader:
    """Give the reader of a letter for each premise."""
    places = [(slot, slot) for slot, _ in numbered(item.premises)]
    return letter_row("各项", places, [dict(item.lettered())] * len(places))
