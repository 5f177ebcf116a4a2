"""What is reported of an answer, as interactions of the standards.

An item's slots (:mod:`exercises.rubric`) are distributed to its questions in order; a question's
body determines how many it takes. Responses are encoded: one character for each value picked, as
SCORM 1.2 requires.
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import starmap
from typing import Any, Final, Literal

from exercises.rubric import Slot
from exporting.model import Exported
from exporting.question import Body, Card, Essay, Gapped, Match, Order, Pick

Type = Literal["choice", "fill-in", "matching", "sequencing", "long-fill-in", "likert"]

#: The codes, in the order in which they are assigned.
_CODES: Final = string.ascii_lowercase + string.digits


@dataclass(frozen=True)
class Interaction:
    """One interaction.

    Parameters
    ----------
    suffix
        Suffix of its id after the item's id; empty if it is the item's only interaction.
    type
        One of the standards' types.
    slots
        The slots that it reports, each with its code on the left side of a pair.
    codes
        Codes of the values by slot; none for text.
    right
        The codes of a right response, or the accepted texts.
    """

    suffix: str
    type: Type
    slots: Mapping[str, str]
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    right: tuple[str, ...] = ()

    def handed_over(self) -> dict[str, Any]:
        """Return it as the launcher reads it."""
        return {
            "suffix": self.suffix,
            "type": self.type,
            "slots": dict(self.slots),
            "codes": {slot: dict(codes) for slot, codes in self.codes.items()},
            "right": list(self.right),
        }


def interactions(item: Exported) -> tuple[Interaction, ...]:
    """Return the interactions of an item.

    Parameters
    ----------
    item
        The item; if it has no neutral form, only its result is reported.
    """
    left = dict(item.rubric.slots)
    found = [made for question in item.questions for made in _of(question.body, left)]
    if len(found) == 1:
        return tuple(found)
    return tuple(
        Interaction(f"_{place}", one.type, one.slots, one.codes, one.right)
        for place, one in enumerate(found, start=1)
    )


def _of(body: Body, left: dict[str, Slot]) -> Iterator[Interaction]:
    """Take a body's slots from the remaining ones, and yield its interactions."""
    if isinstance(body, Match):
        yield _pairs("matching", _taken(left, len(body.pairs)))
    elif isinstance(body, Order):
        yield _sequence(_taken(left, len(body.steps)))
    elif isinstance(body, Gapped):
        taken = _taken(left, len(body.gaps))
        if body.typed:
            yield from starmap(_text, taken.items())
        else:
            yield _pairs("matching", taken)
    elif isinstance(body, Essay):
        yield Interaction("", "long-fill-in", dict.fromkeys(_taken(left, 1), ""))
        yield _flags(_taken(left, len(body.points)))
    elif isinstance(body, Pick) and _is_flag(next(iter(left.values()))):
        yield _flags(_taken(left, len(body.answers)))
    else:
        yield _one("likert" if isinstance(body, Card) else "choice", _taken(left, 1))


def _taken(left: dict[str, Slot], count: int) -> dict[str, Slot]:
    return {name: left.pop(name) for name in list(left)[:count]}


def _is_flag(slot: Slot) -> bool:
    """Return whether a slot is an option that can be picked or not."""
    return len(slot.values) == 1


def _one(type_: Type, taken: dict[str, Slot]) -> Interaction:
    ((name, slot),) = taken.items()
    codes = dict(zip(slot.values, _CODES, strict=False))
    # A rating of recall has no right answer.
    right = () if type_ == "likert" else tuple(codes[value] for value in _right(slot))
    return Interaction("", type_, {name: ""}, {name: codes}, right)


def _flags(taken: dict[str, Slot]) -> Interaction:
    codes = {
        name: dict.fromkeys(slot.values, code)
        for code, (name, slot) in zip(_CODES, taken.items(), strict=False)
    }
    right = tuple(codes[name][value] for name, slot in taken.items() for value in _right(slot))
    return Interaction("", "choice", dict.fromkeys(taken, ""), codes, right)


def _pairs(type_: Type, taken: dict[str, Slot]) -> Interaction:
    values = list(dict.fromkeys(value for slot in taken.values() for value in slot.values))
    codes = dict(zip(values, _CODES, strict=False))
    names = dict(zip(taken, _CODES[26:] + _CODES, strict=False))
    right = (
        f"{names[name]}.{codes[value]}" for name, slot in taken.items() for value in _right(slot)
    )
    return Interaction("", type_, names, dict.fromkeys(taken, codes), tuple(right))


def _sequence(taken: dict[str, Slot]) -> Interaction:
    values = sorted({value for slot in taken.values() for value in slot.values})
    codes = dict(zip(values, _CODES, strict=False))
    right = (codes[value] for slot in taken.values() for value in _right(slot)[:1])
    return Interaction(
        "", "sequencing", dict.fromkeys(taken, ""), dict.fromkeys(taken, codes), tuple(right)
    )


def _text(name: str, slot: Slot) -> Interaction:
    return Interaction("", "fill-in", {name: ""}, {}, _right(slot))


def _right(slot: Slot) -> tuple[str, ...]:
    return tuple(value for value, outcome in slot.values.items() if outcome.mark == "right")
