"""Items and responses in words, as a report shows them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from course import Course
from exercises import Bank
from exercises.inline import plain
from exercises.item import Item
from exercises.rubric import Rubric
from exercises.rules.reading_order import on_page, reading_order
from exercises.rules.scope import Scope
from results.figures.items import Chosen, ItemFigures
from results.responses import visible

_LONGEST: Final = 120


@dataclass(frozen=True)
class Words:
    """What the bank says of items.

    Parameters
    ----------
    bank
        The bank.
    course
        Whose it is.
    """

    bank: Bank
    course: Course

    @cached_property
    def numbers(self) -> dict[str, str]:
        """Chapter and place of each item, as learners see it."""
        return {
            item.id: f"{chapter.number}-{place}" if chapter.number else str(place)
            for chapter in self.bank.chapters
            for place, item in enumerate(on_page(self.course, chapter), start=1)
        }

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each item in the order in which readers come to them."""
        items = reading_order(Scope(self.bank, self.course))
        return {item.id: place for place, item in enumerate(items)}

    @cached_property
    def objectives(self) -> dict[str, str]:
        """The objectives' texts by their ids."""
        return {one.id: one.text for chapter in self.bank.chapters for one in chapter.objectives}

    @cached_property
    def _rubrics(self) -> dict[str, Rubric]:
        return {}

    def item(self, id_: str) -> Item:
        """Give an item."""
        return self.bank.item(id_)

    def stem(self, id_: str) -> str:
        """Give an item's stem without marks."""
        return plain(self.item(id_).stem)

    def response(self, id_: str, response: str) -> str:
        """Give a response in words.

        Parameters
        ----------
        id_
            The item.
        response
            JSON of its slots, or what a platform has.
        """
        slots = _slots(response)
        if slots is None:
            return visible(response)[:_LONGEST]
        if not slots:
            return "没有作答"
        item = self.item(id_)
        told = [_described(item, slot, value) for slot, value in sorted(slots.items())]
        return visible("；".join(told))[:_LONGEST]

    def is_right(self, figures: ItemFigures, chosen: Chosen) -> bool:
        """Whether a response earned full marks."""
        slots = _slots(chosen.response)
        if slots is None:
            return False
        rubric = self._rubrics.setdefault(figures.item, self.item(figures.item).rubric())
        return rubric.grade(slots).state == "correct"

    def is_typed(self, id_: str, response: str) -> bool:
        """Whether a response may be in a learner's own words: what few wrote is not shown."""
        slots, given = self.item(id_).rubric().slots, _slots(response)
        return given is None or any(
            name not in slots or slots[name].typed or value not in slots[name].values
            for name, value in given.items()
        )

    def sentences(self, id_: str) -> list[tuple[str, str]]:
        """Give the sentences that an item rests on: place and text."""
        found = {
            one.id: (one.label, one.text)
            for source in self.item(id_).source
            for one in self.bank.speech.find(source)
        }
        return list(found.values())


def _slots(response: str) -> dict[str, str] | None:
    try:
        slots: Any = json.loads(response)
    except (ValueError, RecursionError):
        return None
    if not isinstance(slots, dict) or not all(isinstance(one, str) for one in slots.values()):
        return None
    return slots


def _described(item: Item, slot: str, value: str) -> str:
    try:
        return plain(item.describe(slot, value))
    except (KeyError, ValueError, IndexError, StopIteration):
        return value
