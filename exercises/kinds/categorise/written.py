"""A categorising as a marker types it: the letters of the groups, card by card as printed."""

from string import ascii_uppercase

from exercises.kinds.categorise.item import CategoriseItem
from exercises.marking.readers import Reader, letter_row


def reader(item: CategoriseItem) -> Reader:
    """Give the reader of a group's letter for each printed card."""
    groups = {
        letter: str(number)
        for number, (letter, _) in enumerate(
            zip(ascii_uppercase, item.groups, strict=False), start=1
        )
    }
    places = [(slot, str(number)) for number, slot in item.printed_slots()]
    return letter_row("各张卡片", places, [groups] * len(places))
