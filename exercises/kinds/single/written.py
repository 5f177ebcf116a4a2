"""Typed answers of a single choice: one letter."""

from string import ascii_uppercase

from exercises.choice.options import identified
from exercises.kinds.single.item import SingleItem
from exercises.marking.readers import Reader, one_letter


def reader(item: SingleItem) -> Reader:
    """Return the reader of the option's letter."""
    ids = [id_ for id_, _ in identified(item.options)]
    return one_letter("choice", dict(zip(ascii_uppercase, ids, strict=False)))
