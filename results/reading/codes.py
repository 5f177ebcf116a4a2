"""What platforms are reported in codes, read back into the slots of the rubrics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from course import Course
from exercises import Bank
from exporting.collecting import collect
from exporting.packages.interactions import Interaction, interactions


def all_interactions(course: Course, bank: Bank) -> dict[str, Sequence[Interaction]]:
    """Give what is reported of each item.

    Parameters
    ----------
    course, bank
        The course.
    """
    return {
        item.id: interactions(item)
        for section in collect(course, bank).sections
        for item in section.items
    }


def decoded(
    reported: Sequence[Interaction], given: Mapping[int, str | None]
) -> dict[str, str] | None:
    """Read a response back.

    Parameters
    ----------
    reported
        The item's interactions.
    given
        The response of each of its parts, from 1; 0 is the only one.

    Returns
    -------
    dict or None
        The value of each slot; ``None`` if a code is not one of the item's.
    """
    response: dict[str, str] = {}
    for part, text in given.items():
        place = part - 1 if part else 0
        if place >= len(reported):
            return None
        found = _of(reported[place], text or "")
        if found is None:
            return None
        response |= found
    return response


def _of(one: Interaction, text: str) -> dict[str, str] | None:
    if not text:
        return {}
    if "fill-in" in one.type:
        return dict.fromkeys(one.slots, text)
    found: dict[str, str] = {}
    for code in text.split("[,]"):
        slot = next((name for name in _named(one, code) if name not in found), None)
        if slot is None:
            return None
        values = {code: value for value, code in one.codes[slot].items()}
        found[slot] = values[code.rpartition("[.]")[2]]
    return found


def _named(one: Interaction, code: str) -> list[str]:
    left, _, value = code.rpartition("[.]")
    return [
        slot
        for slot, name in one.slots.items()
        if name == left and value in one.codes[slot].values()
    ]
