"""Options: shared by the kinds in which the learner picks from a list."""

from __future__ import annotations

from collections.abc import Container, Sequence
from string import ascii_lowercase, ascii_uppercase
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from exercises.grounded import OptionText, Reason
from exercises.item import Claim, KeyReason
from exercises.normalise import normalise


class Option(BaseModel):
    """One option."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    text: OptionText = Field(description="选项文字")
    key: bool = Field(default=False, description="是否正确选项")
    feedback: Reason = Field(description="依据原文说明为什么对、为什么错")


def identified(options: Sequence[Option]) -> list[tuple[str, Option]]:
    """Pair options with their slot values: a, b, c … in the bank's order.

    Parameters
    ----------
    options
        The options of one item.

    Returns
    -------
    list of (str, Option)
        The pairs in the bank's order, which is also the order in print.
    """
    return list(zip(ascii_lowercase, options, strict=False))


def letters(options: Sequence[Option]) -> list[tuple[str, Option]]:
    """Pair options with their printed letters: A, B, C … in the bank's order."""
    return list(zip(ascii_uppercase, options, strict=False))


def check_distinct(options: Sequence[Option]) -> None:
    """Reject options with the same text.

    Raises
    ------
    ValueError
        If two options have the same text.
    """
    seen: set[str] = set()
    for option in options:
        text = normalise(option.text)
        if text in seen:
            raise ValueError(f"有两个选项都是“{option.text}”；请改写其中一个")
        seen.add(text)


def options_face(options: Sequence[Option], *, shuffle: bool) -> dict[str, Any]:
    """Return the face of a choice: its options without key or feedback."""
    return {
        "options": [{"id": id_, "text": option.text} for id_, option in identified(options)],
        "shuffle": shuffle,
    }


def claims(options: Sequence[Option]) -> list[Claim]:
    """Return the options as claims that the learner judges."""
    return [Claim(option.text, option.key) for option in options]


def options_key(options: Sequence[Option]) -> str:
    """Return the letters of the key, such as ``A、C``."""
    return "、".join(letter for letter, option in letters(options) if option.key)


def options_answered(options: Sequence[Option], chosen: Container[str]) -> str:
    """Return the letters of the chosen options, in the form of the key."""
    printed = zip(identified(options), letters(options), strict=True)
    return "、".join(letter for (id_, _), (letter, _) in printed if id_ in chosen)


def options_reasons(options: Sequence[Option]) -> list[KeyReason]:
    """Return the feedback of each option under its letter."""
    return [KeyReason(letter, option.feedback, option.key) for letter, option in letters(options)]


def option_text(options: Sequence[Option], id_: str) -> str:
    """Return the text of the option with a slot value; an unknown value is returned as it is."""
    return dict(identified(options))[id_].text if id_ in dict(identified(options)) else id_
