"""Typed answers of a categorising item: the groups' letters, card by card in print order."""

from string import ascii_uppercase

from exercises.kinds.categorise.item import CategoriseItem
from exercises.marking.readers import Reader, letter_row


def reader(item: CategoriseItem) -> Reader:
    """Return the reader of one group letter per printed card."""
    groups = {
        letter: str(number)
        for number, (letter, _) in enumerate(
            zip(ascii_uppercase, item.groups, strict=False), start=1
        )
    }
    places = [(slot, str(number)) for number, slot in item.printed_slots()]
    return letter_row("各张卡片", places, [groups] * len(places))
