"""The wrong options of an item, with the bank's feedback on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from exercises.item import Item


class WrongAnswer(NamedTuple):
    """A wrong option and the feedback on it."""

    text: str
    feedback: str


def wrong_answers(item: Item) -> Iterator[WrongAnswer]:
    """Yield the options of an item that are not keys, whatever its kind.

    Any part of an item with the fields ``text``, ``feedback`` and ``key`` is an option.
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
    """Return the wrong option that contains some words."""
    return next((answer for answer in wrong_answers(item) if words in answer.text), None)
