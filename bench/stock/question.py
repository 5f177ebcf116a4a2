"""An item reduced to what the stock tools can ask: a stem and options with feedback."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any, Final

from exercises.item import Item

#: Maximum number of options taken from a long word list.
_MOST: Final = 6


@dataclass(frozen=True)
class Question:
    """A choice that stock tools can show.

    Parameters
    ----------
    stem
        The stem.
    options
        Text of each option, whether it is right, and the feedback on it.
    many
        Whether several options may be right.
    """

    stem: str
    options: tuple[tuple[str, bool, str], ...]
    many: bool

    def data(self) -> dict[str, Any]:
        """Return it as plain data, for use in a cell's code."""
        return asdict(self)


def question_of(item: Item) -> Question:
    """Convert an item to a choice: of its own options, or of the values of one slot."""
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
    """Return the values of the slot with the most values as options, with the best one right."""
    name, slot = max(item.rubric().slots.items(), key=lambda entry: len(entry[1].values))
    right = item.rubric().right_response().get(name)
    known = [
        (item.describe(name, value) or value, value == right, outcome.feedback)
        for value, outcome in islice(slot.values.items(), _MOST)
    ]
    return (*known, ("以上都不是", not any(is_right for _, is_right, _ in known), ""))
