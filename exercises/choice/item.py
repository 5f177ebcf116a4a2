"""An item that is one list of options, whatever number of them is right."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from exercises.choice.options import Option, options_face, options_key, options_reasons
from exercises.item import Item, KeyReason


class ChoiceItem(Item):
    """Base of the kinds that ask to pick from one list of options.

    A kind narrows `options` to its own bounds and compiles the rubric.
    """

    options: tuple[Option, ...]
    shuffle: bool = Field(default=True, description="网页上是否打乱选项次序")

    def face(self) -> dict[str, Any]:
        """Give the options."""
        return options_face(self.options, shuffle=self.shuffle)

    def key(self) -> str:
        """Give the letters of the key."""
        return options_key(self.options)

    def reasons(self) -> list[KeyReason]:
        """Give each option's reason."""
        return options_reasons(self.options)
