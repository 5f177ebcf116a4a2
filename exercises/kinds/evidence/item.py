"""Evidence: a decision, and the sentences of a passage that support it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any, ClassVar, Final, Literal, Self

from pydantic import Field, model_validator

from exercises.choice.item import ChoiceItem
from exercises.choice.options import Option, check_distinct, option_text, options_answered
from exercises.choice.slots import one_of, picked_or_not
from exercises.item import KeyReason
from exercises.kinds.evidence.passage import (
    FEWEST,
    MOST,
    PassageEntry,
    check_grounds,
    check_order,
    check_untold,
    ground_ids,
)
from exercises.rubric import Gate, Mark, Outcome, Rubric
from speech import Sentence

CHOICE: Final = "choice"
PICKED: Final = "picked"
_DECIDED: Final[Mapping[Mark, str]] = {
    "right": "判断正确",
    "wrong": "判断不对，依据不计分",
    "missed": "没有判断，依据不计分",
}


class EvidenceItem(ChoiceItem):
    """A single choice, and a passage of which one to three sentences are the grounds."""

    label: ClassVar[str] = "据文判断题"
    direction: ClassVar[str] = "选出正确的判断，再选出作为依据的句子；判断正确，依据才计分。"
    rank: ClassVar[int] = 95
    marking: ClassVar[str] = "判断正确，依据才计分；错选一句，抵去选对的一句"
    held: ClassVar[tuple[str, ...]] = (
        "据文判断题的原文有三至八句，其中一至三句是依据，至少两句不是；出处就是依据",
        "据文判断题的题干和选项不照抄依据（连续八字，不是依据的句子里也有的不算）",
    )

    kind: Literal["evidence"]
    options: tuple[Option, ...] = Field(min_length=3, max_length=4, description="可作的判断")
    passage: tuple[PassageEntry, ...] = Field(
        min_length=FEWEST,
        max_length=MOST,
        description="题旁的原文，逐句，照原文的先后：判断的依据，和容易误认作依据的",
    )

    @model_validator(mode="after")
    def _check_options(self) -> Self:
        check_distinct(self.options)
        keys = sum(option.key for option in self.options)
        if keys != 1:
            raise ValueError(f"据文判断题要有且只有一个选项写 key: true，现有 {keys} 个")
        return self

    @model_validator(mode="after")
    def _check_passage(self) -> Self:
        check_order(self.passage)
        check_grounds(self.passage, self.sentences)
        check_untold(self.passage, [self.stem, *(option.text for option in self.options)])
        return self

    @property
    def asks_for_grounds(self) -> str:
        """The second question; its wording depends on whether there is one ground or more."""
        which = "一句" if len(ground_ids(self.passage)) == 1 else "几句"
        return f"这样判断，依据是哪{which}？"

    @property
    def grounds(self) -> str:
        """The grounds by their places, such as 第16段第4句、第5句."""
        return _places(self.sentences)

    @property
    def linked_from(self) -> tuple[Sentence, ...]:
        """The whole passage: linking the item from its grounds only would give them away."""
        return tuple(entry.found for entry in self.passage)

    def named(self) -> tuple[str, ...]:
        """Return the references that may be quoted, including those of the passage."""
        return (*super().named(), *(entry.sentence for entry in self.passage))

    def rubric(self) -> Rubric:
        """Compile to one slot for the decision and one per sentence.

        A picked ground earns a point and any other picked sentence costs one, so that picking
        everything earns nothing. Grounds count only if the decision is right.
        """
        decision = one_of(self.options, absent=Outcome(0, "missed"))
        grounds = {
            entry.slot: picked_or_not(PICKED, entry.feedback, key=entry.key)
            for entry in self.passage
        }
        return Rubric(
            {CHOICE: decision} | grounds,
            max=1 + len(ground_ids(self.passage)),
            phrases={"right": "选对 {n} 句", "wrong": "错选 {n} 句", "missed": "漏选 {n} 句"},
            gates={CHOICE: Gate(tuple(grounds), _DECIDED)},
        )

    def face(self) -> dict[str, Any]:
        """Return the options, and the passage with the places of its sentences."""
        return super().face() | {
            "question": self.asks_for_grounds,
            "passage": [
                {
                    "slot": entry.slot,
                    "paragraph": entry.found.paragraph,
                    "number": entry.found.number,
                    "text": entry.found.text,
                }
                for entry in self.passage
            ],
        }

    def key(self) -> str:
        """Return the letter of the decision, and its grounds."""
        return f"{super().key()}；依据：{self.grounds}"

    def reasons(self) -> list[KeyReason]:
        """Return the feedback of the options under their letters, then of the sentences."""
        return super().reasons() + [
            KeyReason(entry.found.label, entry.feedback, entry.key) for entry in self.passage
        ]

    def describe(self, slot: str, value: str) -> str:
        """Describe the decision by its text, or a ground by its place."""
        if slot == CHOICE:
            return option_text(self.options, value)
        named = {entry.slot: entry.found.label for entry in self.passage}
        return f"依据{named.get(slot, slot)}"

    def answered(self, response: Mapping[str, str]) -> str:
        """Return the letter of the decision, and the sentences that were picked."""
        decision = options_answered(self.options, (response.get(CHOICE, ""),))
        picked = _places(entry.found for entry in self.passage if entry.slot in response)
        return f"{decision or '没有判断'}；依据：{picked or '没有选'}"


def _places(sentences: Iterable[Sentence]) -> str:
    paragraphs = groupby(sentences, key=attrgetter("paragraph"))
    return "；".join(
        f"第{number}段" + "、".join(f"第{sentence.number}句" for sentence in those)
        for number, those in paragraphs
    )
