"""What is reported of an answer: the interactions that the standards know.

An item's slots (:mod:`exercises.rubric`) are dealt out to its questions in their order; how many
of them a question takes is told by its body. A response is written in codes: single characters
for what is picked, as SCORM 1.2 wants them.
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import starmap
from typing import Any, Final, Literal

from exercises.rubric import Slot
from exporting.model import Body, Card, Essay, Exported, Gapped, Match, Order, Pick

Type = Literal["choice", "fill-in", "matching", "sequencing", "long-fill-in", "likert"]

#: Single characters, in the order in which they are given out.
_CODES: Final = string.ascii_lowercase + string.digits


@dataclass(frozen=True)
class Interaction:
    """One interaction.

    Parameters
    ----------
    suffix
        What its id has after the item's; empty if it is the item's only one.
    type
        One of the standards' types.
    slots
        The slots that it reports, each with its code on the left of a pair.
    codes
        For each slot the codes of its values; none for a text.
    right
        The codes of a right response, or the texts that are accepted.
    """

    suffix: str
    type: Type
    slots: Mapping[str, str]
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    right: tuple[str, ...] = ()

    def handed_over(self) -> dict[str, Any]:
        """Give it as the launcher reads it."""
        return {
            "suffix": self.suffix,
            "type": self.type,
            "slots": dict(self.slots),
            "codes": {slot: dict(codes) for slot, codes in self.codes.items()},
            "right": list(self.right),
        }


def interactions(item: Exported) -> tuple[Interaction, ...]:
    """Give what is reported of an item's answer.

    Parameters
    ----------
    item
        The item; one without a neutral form is reported by its result only.
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
    """Take the slots of a body out of those that are left."""
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
    """Tell whether a slot is an option that is picked or not."""
    return len(slot.values) == 1


def _one(type_: Type, taken: dict[str, Slot]) -> Interaction:
    ((name, slot),) = taken.items()
    codes = dict(zip(slot.values, _CODES, strict=False))
    # How well something was recalled has no right answer.
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
