"""An item cut down to what the stock tools can ask: one stem, options, a feedback each."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any, Final

from exercises.item import Item

#: The most options that a question takes over from a long word list.
_MOST: Final = 6


@dataclass(frozen=True)
class Question:
    """A choice that stock tools can show.

    Parameters
    ----------
    stem
        What is asked.
    options
        Text, whether it is right, and the feedback to it.
    many
        Whether several options may be right.
    """

    stem: str
    options: tuple[tuple[str, bool, str], ...]
    many: bool

    def data(self) -> dict[str, Any]:
        """Give it as plain data, to be written into a cell."""
        return asdict(self)


def question_of(item: Item) -> Question:
    """Ask an item as a choice; of a kind that is none, its first slot."""
    options = _own_options(item) or _first_slot(item)
    return Question(item.stem.replace("**", ""), options, item.kind == "multiple")


def _own_options(item: Item) -> tuple[tuple[str, bool, str], ...]:
    choices = next(iter(item.choices()), [])
    reasons = [reason.text for reason in item.reasons()]
    return tuple(
        (claim.text, claim.right, reasons[n] if n < len(reasons) else "")
        for n, claim in enumerate(choices)
    )


def _first_slot(item: Item) -> tuple[tuple[str, bool, str], ...]:
    """Offer the values of the slot with the most of them, the best of them right."""
    name, slot = max(item.rubric().slots.items(), key=lambda entry: len(entry[1].values))
    right = item.rubric().right_response().get(name)
    known = [
        (item.describe(name, value) or value, value == right, outcome.feedback)
        for value, outcome in islice(slot.values.items(), _MOST)
    ]
    return (*known, ("以上都不是", not any(is_right for _, is_right, _ in known), ""))
