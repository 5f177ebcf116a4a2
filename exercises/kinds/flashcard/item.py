"""Flashcard: recall a term or a list, turn the card, and rate the recall."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import Field, model_validator

from exercises.grounded import Reason, Text
from exercises.item import Item, KeyReason
from exercises.rubric import Outcome, Rubric, Slot

RECALL: Final = "recall"
#: The ratings that schedule reviews, in page order.
RATINGS: Final = {"again": "忘了", "hard": "勉强", "good": "记得", "easy": "很熟"}


class FlashcardItem(Item):
    """A card with a term on its front and quotations of the speech on its back."""

    label: ClassVar[str] = "记忆卡"
    direction: ClassVar[str] = "先在心里或纸上答出，再翻面核对，按想起的程度评定。"
    self_rated: ClassVar[bool] = True
    rates_recall: ClassVar[bool] = True

    kind: Literal["flashcard"]
    front: Annotated[Text, Field(max_length=20)] = Field(description="卡片正面：一个名称")
    back: tuple[str, ...] = Field(
        min_length=1, max_length=8, description="卡片背面：原文的词句，一项一行"
    )
    feedback: Reason = Field(description="评定之后的说明：各项怎样连起来记，或在原文里的位置")

    @model_validator(mode="after")
    def _check_back(self) -> Self:
        sentences = self._texts()
        for entry in self.back:
            if not any(entry in text for text in sentences):
                raise ValueError(f"背面的“{entry}”不是 source 所引句子的原文；请照原文改正")
            if entry in self.stem or entry in self.front:
                raise ValueError(f"正面或题干已写出背面的“{entry}”；请改写")
        if len(set(self.back)) < len(self.back):
            raise ValueError("背面有两项相同；请删去一项")
        unused = [text for text in sentences if all(entry not in text for entry in self.back)]
        if unused:
            raise ValueError(f"背面没有用到 source 里的“{unused[0]}”；请从 source 删去")
        return self

    def _texts(self) -> list[str]:
        return [sentence.text for sentence in self.sentences]

    def asked(self) -> list[str]:
        """Return the stem and the front."""
        return [self.stem, self.front]

    def answers(self) -> list[str]:
        """Return the entries of the back."""
        return list(self.back)

    def rubric(self) -> Rubric:
        """Compile to one slot, ``recall``, whose values are the ratings."""
        values = {rating: Outcome(1, "right", self.feedback) for rating in ("good", "easy", "hard")}
        forgotten = Outcome(0, "wrong", self.feedback)
        return Rubric(
            {
                RECALL: Slot(
                    values | {"again": forgotten},
                    other=Outcome(0, "wrong"),
                    absent=Outcome(0, "wrong"),
                )
            },
            max=1,
            phrases={"right": "想起来了", "wrong": "没有想起来，过后再记"},
        )

    def face(self) -> dict[str, Any]:
        """Return both sides of the card and the ratings."""
        return {
            "front": self.front,
            "back": list(self.back),
            "sentences": self._texts(),
            "ratings": [{"id": rating, "text": text} for rating, text in RATINGS.items()],
        }

    def key(self) -> str:
        """Return the back of the card."""
        return "；".join(self.back)

    def reasons(self) -> list[KeyReason]:
        """Return the feedback."""
        return [KeyReason("说明", self.feedback, right=True)]

    def describe(self, slot: str, value: str) -> str:
        """Return the label of the rating."""
        return RATINGS.get(value, value)
