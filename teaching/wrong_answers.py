"""The wrong answers that an item offers, with the bank's reasons against them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from exercises.item import Item


class WrongAnswer(NamedTuple):
    """A wrong option, and why it is wrong."""

    text: str
    feedback: str


def wrong_answers(item: Item) -> Iterator[WrongAnswer]:
    """Find what an item offers that is not its key, whatever its kind.

    An option is any part of an item that has a text, its feedback, and may be the key.
    """
    yield from _within(item)


def _within(part: Any) -> Iterator[WrongAnswer]:
    if isinstance(part, BaseModel):
        fields = type(part).model_fields
        if {"text", "feedback", "key"} <= fields.keys():
            option: Any = part
            if not option.key:
                yield WrongAnswer(option.text, option.feedback)
        for name in fields:
            yield from _within(getattr(part, name))
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from _within(inner)


def wrong_answer(item: Item, words: str) -> WrongAnswer | None:
    """Find the wrong option that holds some words."""
    return next((answer for answer in wrong_answers(item) if words in answer.text), None)
