"""Scenario: a work situation with two to four consecutive decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from exercises.choice.options import (
    Option,
    check_distinct,
    claims,
    identified,
    letters,
    option_text,
    options_answered,
    options_face,
    options_key,
)
from exercises.choice.slots import one_of
from exercises.grounded import Stem, Text
from exercises.item import Claim, Item, KeyReason, Shuffle
from exercises.rubric import Outcome, Rubric

Scene = Annotated[Text, Field(max_length=160)]
Consequence = Annotated[Text, Field(max_length=80)]


class Choice(Option):
    """An option of a decision."""

    consequence: Consequence = Field(description="这样决定之后，情境里接着发生什么；不评对错")


class Step(BaseModel):
    """One decision, after the scene that leads to it."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    scene: Scene = Field(description="走到这一步的情境；前面怎样决定都说得通")
    question: Stem = Field(description="这一步要决定什么")
    options: tuple[Choice, ...] = Field(min_length=3, max_length=4, description="选项")

    @model_validator(mode="after")
    def _check_options(self) -> Self:
        check_distinct(self.options)
        keys = sum(option.key for option in self.options)
        if keys != 1:
            raise ValueError(f"每一步要有且只有一个选项写 key: true，现有 {keys} 个")
        consequences = {option.consequence for option in self.options}
        if len(consequences) < len(self.options):
            raise ValueError("有两个选项的 consequence 相同；请写出各自的后续")
        return self

    def consequences(self) -> dict[str, str]:
        """Return the consequence of each option, by its slot value."""
        return {
            id_: self.options[place].consequence
            for place, (id_, _) in enumerate(identified(self.options))
        }

    def right(self) -> tuple[int, Choice]:
        """Return the key and its position among the options, from 1."""
        return next((n, o) for n, o in enumerate(self.options, start=1) if o.key)


class ScenarioItem(Item):
    """A situation that develops from decision to decision."""

    label: ClassVar[str] = "情境题"
    direction: ClassVar[str] = "依次作出各步决定，每一步选一个选项。"
    rank: ClassVar[int] = 100

    kind: Literal["scenario"]
    steps: tuple[Step, ...] = Field(min_length=2, max_length=4, description="各步，依次")
    shuffle: bool = Field(default=True, description="网页上是否打乱选项次序")

    @model_validator(mode="after")
    def _check_steps(self) -> Self:
        if len({step.question for step in self.steps}) < len(self.steps):
            raise ValueError("有两步问的是同一句话；请改写其中一步的 question")
        if len({step.right()[0] for step in self.steps}) == 1:
            place = self.steps[0].right()[0]
            raise ValueError(f"各步的正确选项都是第 {place} 个；请调换某一步的次序")
        for number, step in self._numbered():
            shown = f"{self.stem}{step.scene}{step.question}"
            for earlier, other in self._numbered():
                if earlier <= number and other.right()[1].text in shown:
                    raise ValueError(
                        f"题干或第 {number} 步的情境写出了第 {earlier} 步的答案；请改写"
                    )
        return self

    def _numbered(self) -> Iterator[tuple[int, Step]]:
        return enumerate(self.steps, start=1)

    def asked(self) -> list[str]:
        """Return the stem, and each step's scene and question."""
        return [self.stem, *(text for step in self.steps for text in (step.scene, step.question))]

    def choices(self) -> list[list[Claim]]:
        """Return the options of each step."""
        return [claims(step.options) for step in self.steps]

    def rubric(self) -> Rubric:
        """Compile to one slot per step, named by its number; its values are the options."""
        return Rubric(
            {
                str(number): one_of(step.options, absent=Outcome(0, "missed"))
                for number, step in self._numbered()
            },
            max=len(self.steps),
            phrases={
                "right": "{n} 步决定得当",
                "wrong": "{n} 步有偏差",
                "missed": "{n} 步没有决定",
            },
        )

    def face(self) -> dict[str, Any]:
        """Return the steps with their options and consequences."""
        return {
            "steps": [
                {
                    "slot": str(number),
                    "scene": step.scene,
                    "question": step.question,
                    "consequences": step.consequences(),
                }
                | options_face(step.options, shuffle=self.shuffle)
                for number, step in self._numbered()
            ]
        }

    def arranged(self, shuffled: Shuffle) -> Self:
        """Put each step's options in a paper's order."""
        if not self.shuffle:
            return self
        steps = tuple(
            step.model_copy(update={"options": tuple(shuffled(step.options))})
            for step in self.steps
        )
        return self.model_copy(update={"steps": steps})

    def key(self) -> str:
        """Return the letter of each step's key."""
        return "　".join(
            f"{number}. {options_key(step.options)}" for number, step in self._numbered()
        )

    def reasons(self) -> list[KeyReason]:
        """Return the feedback and consequence of each option under its step and letter."""
        return [
            KeyReason(
                f"{number}{letter}",
                f"{option.feedback}（接着：{step.options[place].consequence}）",
                option.key,
            )
            for number, step in self._numbered()
            for place, (letter, option) in enumerate(letters(step.options))
        ]

    def describe(self, slot: str, value: str) -> str:
        """Return the step and the text of the chosen option."""
        for number, step in self._numbered():
            if slot == str(number):
                return f"第{slot}步：{option_text(step.options, value)}"
        return value

    def answered(self, response: Mapping[str, str]) -> str:
        """Return the letter chosen in each step."""
        return "　".join(
            f"{number}. {options_answered(step.options, (response[str(number)],))}"
            for number, step in self._numbered()
            if str(number) in response
        )
