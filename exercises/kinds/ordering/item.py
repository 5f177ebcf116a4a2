"""Ordering: put steps in order."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from operator import eq
from string import ascii_lowercase
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator

from exercises.grounded import OptionText, Reason
from exercises.item import Item, KeyReason, Shuffle
from exercises.rubric import Outcome, Rubric, Slot


class Step(BaseModel):
    """One step."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    text: OptionText = Field(description="要排的一步")
    feedback: Reason = Field(description="依据原文说明它为什么在这个位置")


class OrderingItem(Item):
    """Three to seven steps, in the bank in their right order."""

    label: ClassVar[str] = "排序题"
    direction: ClassVar[str] = "排出先后次序，最先的为 1。"
    rank: ClassVar[int] = 60

    kind: Literal["ordering"]
    steps: tuple[Step, ...] = Field(min_length=3, max_length=7, description="各项，按正确次序写")
    #: The steps in a paper's order.
    _arranged: tuple[Step, ...] = PrivateAttr(default=())

    @model_validator(mode="after")
    def _check_steps(self) -> Self:
        texts = [step.text for step in self.steps]
        repeated = {text for text in texts if texts.count(text) > 1}
        if repeated:
            raise ValueError(f"“{min(repeated)}”写了两次；请改写其中一项")
        found = [self.stem.find(text) for text in texts]
        if -1 not in found and found == sorted(found):
            raise ValueError("题干已按次序写出各项；请改写题干")
        return self

    def lettered(self) -> list[tuple[str, Step]]:
        """Pair steps with their letters, a, b, c …, in the order of print.

        The order is the paper's, or derived from the item's id. Fewer than half of the steps are
        in their right places.
        """
        drawn = list(self._arranged) or sorted(
            self.steps, key=lambda step: sha256(f"{self.id}/{step.text}".encode()).digest()
        )
        settled = sum(map(eq, drawn, self.steps))
        if settled * 2 >= len(drawn):
            drawn = [*drawn[1:], drawn[0]]
        return list(zip(ascii_lowercase, drawn, strict=False))

    def arranged(self, shuffled: Shuffle) -> Self:
        """Put the steps in a paper's order."""
        arranged = self.model_copy()
        arranged._arranged = tuple(shuffled([step for _, step in self.lettered()]))  # ruff: ignore[private-member-access] (its own copy)
        return arranged

    def rubric(self) -> Rubric:
        """Compile to one slot per position, named by its number; its values are the steps.

        Each slot lists the other steps beginning with the next one, so that the first wrong values
        of all slots form an order in which no step is in its right place.
        """
        ids = self._ids()
        slots: dict[str, Slot] = {}
        for place, (id_, step) in enumerate(zip(ids, self.steps, strict=True)):
            wrong = Outcome(0, "wrong", step.feedback)
            others = dict.fromkeys([*ids[place + 1 :], *ids[:place]], wrong)
            slots[str(place + 1)] = Slot(
                others | {id_: Outcome(1, "right", step.feedback)},
                other=wrong,
                absent=Outcome(0, "missed", step.feedback),
            )
        return Rubric(
            slots,
            max=len(self.steps),
            phrases={"right": "{n} 项位置对", "wrong": "{n} 项位置不对", "missed": "{n} 项没有排"},
        )

    def face(self) -> dict[str, Any]:
        """Return the steps in print order."""
        return {"steps": [{"id": id_, "text": step.text} for id_, step in self.lettered()]}

    def key(self) -> str:
        """Return the letters in the right order."""
        return " → ".join(id_.upper() for id_ in self._ids())

    def reasons(self) -> list[KeyReason]:
        """Return the feedback of each step under its number and letter, in the right order."""
        return [
            KeyReason(f"{place} {id_.upper()}", f"{step.text}：{step.feedback}", right=True)
            for place, (id_, step) in enumerate(zip(self._ids(), self.steps, strict=True), start=1)
        ]

    def describe(self, slot: str, value: str) -> str:
        """Return the position and the step's text."""
        step = dict(self.lettered()).get(value)
        return f"第{slot}：{step.text if step else value}"

    def answered(self, response: Mapping[str, str]) -> str:
        """Return the letters in the given order, with a dash for each empty place."""
        places = map(str, range(1, len(self.steps) + 1))
        return " → ".join(response.get(place, "—").upper() for place in places)

    def _ids(self) -> list[str]:
        """Return the ids of the steps in the right order."""
        id_of = {step.text: id_ for id_, step in self.lettered()}
        return [id_of[step.text] for step in self.steps]
