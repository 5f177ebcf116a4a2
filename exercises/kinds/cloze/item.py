"""Cloze: a quotation of the speech with gaps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Literal, Self

from pydantic import Field, model_validator

from exercises.gaps.gap import (
    GAP,
    Gap,
    check_numbers,
    check_words,
    cut,
    fill,
    gaps_answered,
    gaps_face,
    gaps_key,
    gaps_reasons,
    gaps_rubric,
    room,
    telling,
    word_list,
)
from exercises.item import Item, KeyReason
from exercises.rubric import Rubric

ELLIPSIS: Final = "……"


class ClozeItem(Item):
    """A quotation with gaps to fill by typing or from a word list."""

    label: ClassVar[str] = "填空题"
    direction: ClassVar[str] = "按原文填空。"
    rank: ClassVar[int] = 40

    kind: Literal["cloze"]
    text: str = Field(description="原文，空处写 {1}、{2} …；略去的部分写 ……")
    gaps: tuple[Gap, ...] = Field(min_length=1, description="各空，依次")
    words: tuple[str, ...] | None = Field(
        default=None,
        min_length=1,
        description="选词填空：词表里另加的干扰词，免得末一空不用想；不写则为键入",
    )

    @model_validator(mode="after")
    def _check_text(self) -> Self:
        check_numbers(GAP.findall(self.text), self.gaps, "text")
        for run in self.filled().split(ELLIPSIS):
            if run not in self.cited:
                raise ValueError(f"填好后的“{run}”不是 source 所引句子的原文；请照原文改正")
        return self

    @model_validator(mode="after")
    def _check_words(self) -> Self:
        check_words(self.gaps, self.words)
        return self

    def filled(self) -> str:
        """Return the text with each gap filled by its first answer."""
        return fill(self.text, self.gaps)

    def segments(self) -> list[str | int]:
        """Return the text split at its gaps: text, gap number, text and so on."""
        return cut(self.text)

    def word_list(self) -> list[str] | None:
        """Return the word list in a fixed order that does not depend on the key; None if typed."""
        return word_list(self.gaps, self.words)

    def width(self, number: int) -> int:
        """Return the width of a gap, in characters.

        With a word list all gaps have the same width, as the width would reveal the word.
        """
        return room(*self.gaps) if self.words else room(self.gaps[number - 1])

    def answers(self) -> list[str]:
        """Return the gaps' answers, short ones with their neighbours."""
        return telling(self.text, self.gaps)

    def rubric(self) -> Rubric:
        """Compile to one slot per gap, named by its number."""
        return gaps_rubric(self.gaps, self.word_list())

    def face(self) -> dict[str, Any]:
        """Return the segments, the gaps' widths and the word list."""
        return {
            "segments": gaps_face(self.text, [self.width(n) for n in range(1, len(self.gaps) + 1)]),
            "words": self.word_list(),
        }

    def key(self) -> str:
        """Return the first answer of each gap."""
        return gaps_key(self.gaps)

    def reasons(self) -> list[KeyReason]:
        """Return the feedback of each gap."""
        return gaps_reasons(self.gaps)

    def describe(self, slot: str, value: str) -> str:
        """Return the gap's number and what was filled in."""
        return f"（{slot}）{value}"

    def answered(self, response: Mapping[str, str]) -> str:
        """Return what was filled in."""
        return gaps_answered(response)
