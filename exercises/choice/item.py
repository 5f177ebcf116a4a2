"""Base class of items with a single list of options, with one key or several."""

from __future__ import annotations

from typing import Any, Self

from pydantic import Field

from exercises.choice.options import (
    Option,
    claims,
    options_face,
    options_key,
    options_reasons,
)
from exercises.item import Claim, Item, KeyReason, Shuffle


class ChoiceItem(Item):
    """Base of the kinds in which the learner picks from one list of options.

    A subclass sets the bounds of `options` and compiles the rubric.
    """

    options: tuple[Option, ...]
    shuffle: bool = Field(default=True, description="网页上是否打乱选项次序")

    def choices(self) -> list[list[Claim]]:
        """Return the one list of options."""
        return [claims(self.options)]

    def face(self) -> dict[str, Any]:
        """Return the options."""
        return options_face(self.options, shuffle=self.shuffle)

    def arranged(self, shuffled: Shuffle) -> Self:
        """Put the options in a paper's order, unless the item fixes their order."""
        if not self.shuffle:
            return self
        return self.model_copy(update={"options": tuple(shuffled(self.options))})

    def key(self) -> str:
        """Return the letters of the key."""
        return options_key(self.options)

    def reasons(self) -> list[KeyReason]:
        """Return the feedback of each option."""
        return options_reasons(self.options)
