"""Multiple choice: two or more options are keys, and all of them should be picked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final, Literal, Self

from pydantic import Field, model_validator

from exercises.choice.item import ChoiceItem
from exercises.choice.options import (
    Option,
    check_distinct,
    identified,
    option_text,
    options_answered,
)
from exercises.choice.slots import picked_or_not
from exercises.rubric import Rubric

PICKED: Final = "picked"
_FEWEST_KEYS: Final = 2


class MultipleItem(ChoiceItem):
    """An item with three to six options: at least two keys and one distractor."""

    label: ClassVar[str] = "多项选择题"
    direction: ClassVar[str] = "选出所有正确的选项（不止一个）。"
    rank: ClassVar[int] = 30
    marking: ClassVar[str] = "选错一项，抵去选对的一项"
    held: ClassVar[tuple[str, ...]] = ("多选题三至六个选项，至少两个正确项、一个错误项",)

    kind: Literal["multiple"]
    options: tuple[Option, ...] = Field(min_length=3, max_length=6, description="选项")

    @model_validator(mode="after")
    def _check_options(self) -> Self:
        check_distinct(self.options)
        keys = sum(option.key for option in self.options)
        if keys < _FEWEST_KEYS:
            raise ValueError(f"多项选择题至少要 {_FEWEST_KEYS} 个选项写 key: true，现有 {keys} 个")
        if keys == len(self.options):
            raise ValueError("多项选择题至少要有一个错误选项")
        return self

    def rubric(self) -> Rubric:
        """Compile to one slot per option.

        A picked key earns a point and a picked distractor costs one, so that picking everything
        earns nothing.
        """
        return Rubric(
            {
                id_: picked_or_not(PICKED, option.feedback, key=option.key)
                for id_, option in identified(self.options)
            },
            max=sum(option.key for option in self.options),
            phrases={"right": "选对 {n} 项", "wrong": "错选 {n} 项", "missed": "漏选 {n} 项"},
        )

    def describe(self, slot: str, value: str) -> str:
        """Return the text of a picked option."""
        return option_text(self.options, slot)

    def answered(self, response: Mapping[str, str]) -> str:
        """Return the letters of the picked options."""
        return options_answered(self.options, response)
