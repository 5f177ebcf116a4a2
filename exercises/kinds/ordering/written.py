"""Typed answers of an ordering item: the numbers in the boxes, or the letters in order."""

import re

from exercises.kinds.ordering.item import OrderingItem
from exercises.marking.faults import UnreadableError
from exercises.marking.readers import NOTHING, Reader, Reading, plain


def reader(item: OrderingItem) -> Reader:
    """Return the reader of ``3142`` as in the boxes, or of ``BDAC``."""
    ids = [id_ for id_, _ in item.lettered()]
    number = len(ids)
    letters = [id_.upper() for id_ in ids]
    boxes = "、".join(letters)
    how = f"依次抄 {boxes} 各格里的数字，共 {number} 个；也可以写字母的次序；空着的写 {NOTHING}"

    def read(text: str) -> Reading:
        given = plain(text)
        if len(given) != number:
            raise UnreadableError(f"应有 {number} 个数字或字母，现有 {len(given)} 个；{how}")
        filled = given.replace(NOTHING, "")
        if len(set(filled)) < len(filled):
            raise UnreadableError(f"有一个数字或字母写了两次；卷面就是这样的，两处都写 {NOTHING}")
        if re.fullmatch(f"[1-{number}-]+", given):
            order = {place: id_ for place, id_ in zip(given, ids, strict=True) if place != NOTHING}
        elif all(letter in {*letters, NOTHING} for letter in given):
            order = {
                str(place): letter.lower()
                for place, letter in enumerate(given, start=1)
                if letter != NOTHING
            }
        else:
            raise UnreadableError(f"只写 1–{number} 的数字，或者只写 {boxes}；{how}")
        return Reading(order, tuple(f"{place}{order[place].upper()}" for place in sorted(order)))

    labels = tuple(f"{place}{letter}" for place in range(1, number + 1) for letter in letters)
    return Reader(how, read, labels)
