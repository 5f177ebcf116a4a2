"""An item that is one list of options, whatever number of them is right."""

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
    """Base of the kinds that ask to pick from one list of options.

    A kind narrows `options` to its own bounds and compiles the rubric.
    """

    options: tuple[Option, ...]
    shuffle: bool = Field(default=True, description="网页上是否打乱选项次序")

    def choices(self) -> list[list[Claim]]:
        """Give the one list of options."""
        return [claims(self.options)]

    def face(self) -> dict[str, Any]:
        """Give the options."""
        return options_face(self.options, shuffle=self.shuffle)

    def arranged(self, shuffled: Shuffle) -> Self:
        """Put the options in a paper's order, unless theirs is part of the question."""
        if not self.shuffle:
            return self
        return self.model_copy(update={"options": tuple(shuffled(self.options))})

    def key(self) -> str:
        """Give the letters of the key."""
        return options_key(self.options)

    def reasons(self) -> list[KeyReason]:
        """Give each option's reason."""
        return options_reasons(self.options)
