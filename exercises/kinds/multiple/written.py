"""Typed answers of a multiple choice: all picked letters."""

from string import ascii_uppercase

from exercises.choice.options import identified
from exercises.kinds.multiple.item import PICKED, MultipleItem
from exercises.marking.readers import Reader, any_letters


def reader(item: MultipleItem) -> Reader:
    """Return the reader of the options' letters."""
    ids = [id_ for id_, _ in identified(item.options)]
    return any_letters(dict(zip(ascii_uppercase, ids, strict=False)), PICKED)
