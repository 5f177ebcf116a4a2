"""Single choice: one option is the key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from exercises.choice.item import ChoiceItem
from exercises.choice.options import (
    Option,
    check_distinct,
    option_text,
    options_answered,
)
from exercises.choice.slots import one_of
from exercises.rubric import Outcome, Rubric


class SingleItem(ChoiceItem):
    """An item with three or four options, one of them the key."""

    label: ClassVar[str] = "单项选择题"
    direction: ClassVar[str] = "选出一个正确的选项。"
    rank: ClassVar[int] = 10

    kind: Literal["single"]
    options: tuple[Option, ...] = Field(min_length=3, max_length=4, description="选项")

    @model_validator(mode="after")
    def _check_options(self) -> Self:
        check_distinct(self.options)
        keys = sum(option.key for option in self.options)
        if keys != 1:
            raise ValueError(f"单项选择题要有且只有一个选项写 key: true，现有 {keys} 个")
        return self

    def rubric(self) -> Rubric:
        """Compile to one slot, ``choice``, whose values are the options."""
        return Rubric({"choice": one_of(self.options, absent=Outcome(0, "wrong"))}, max=1)

    def describe(self, slot: str, value: str) -> str:
        """Return the text of the picked option."""
        return option_text(self.options, value)

    def answered(self, response: Mapping[str, str]) -> str:
        """Return the letter of the picked option."""
        return options_answered(self.options, response.values())
