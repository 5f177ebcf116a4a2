"""Cloze: the speech's own words with gaps."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from exercises.item import Item, KeyReason, Reason
from exercises.normalise import normalise
from exercises.rubric import Outcome, Rubric, Slot
from speech import load_speech

_GAP: Final = re.compile(r"\{(\d+)\}")
ELLIPSIS: Final = "……"

Variants = Annotated[
    tuple[str, ...],
    BeforeValidator(lambda given: (given,) if isinstance(given, str) else given),
    Field(min_length=1),
]


class Gap(BaseModel):
    """One gap of a cloze."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    answer: Variants = Field(description="原文的词；其后可列其他可接受的写法")
    feedback: Reason = Field(description="填错或没填时的说明")
    wrong: dict[str, Reason] = Field(default={}, description="常见错答各自的说明")

    @model_validator(mode="after")
    def _check_wrong(self) -> Self:
        accepted = {normalise(variant) for variant in self.answer}
        for text in self.wrong:
            if normalise(text) in accepted:
                raise ValueError(f"“{text}”既列为答案又列为错答；请删去一处")
        return self


class ClozeItem(Item):
    """A quotation with gaps, to be filled by typing or from a word list."""

    label: ClassVar[str] = "填空题"
    direction: ClassVar[str] = "按讲话原文填空。"

    kind: Literal["cloze"]
    text: str = Field(description="讲话原文，空处写 {1}、{2} …；略去的部分写 ……")
    gaps: tuple[Gap, ...] = Field(min_length=1, description="各空，依次")
    words: tuple[str, ...] | None = Field(
        default=None, description="选词填空：词表里另加的干扰词；不写则为键入"
    )

    @model_validator(mode="after")
    def _check_text(self) -> Self:
        numbers = _GAP.findall(self.text)
        wanted = [str(number) for number in range(1, len(self.gaps) + 1)]
        if numbers != wanted:
            raise ValueError(
                f"text 里的空是 {numbers or '无'}，gaps 有 {len(self.gaps)} 项；"
                f"空应依次写作 {''.join('{' + n + '}' for n in wanted)}"
            )
        cited = "".join(
            sentence.text for reference in self.source for sentence in load_speech().find(reference)
        )
        for run in self.filled().split(ELLIPSIS):
            if run not in cited:
                raise ValueError(f"填好后的“{run}”不是 source 所引句子的原文；请照原文改正")
        return self

    @model_validator(mode="after")
    def _check_words(self) -> Self:
        answers = [gap.answer[0] for gap in self.gaps]
        repeated = {word for word in self.words or () if word in answers}
        if repeated:
            raise ValueError(f"干扰词 {'、'.join(repeated)} 就是答案；请从 words 里删去")
        word_list = self.word_list()
        unknown = {
            text for gap in self.gaps for text in gap.wrong if word_list and text not in word_list
        }
        if unknown:
            raise ValueError(
                f"错答 {'、'.join(unknown)} 不在词表里，学员选不到；请加进 words 或删去"
            )
        return self

    def filled(self) -> str:
        """Give the text with each gap filled by its first answer."""
        return _GAP.sub(lambda match: self.gaps[int(match[1]) - 1].answer[0], self.text)

    def segments(self) -> list[str | int]:
        """Give the text cut at its gaps: text, gap number, text and so on.

        Returns
        -------
        list of str or int
            Runs of text, never empty, and gap numbers from 1.
        """
        parts = _GAP.split(self.text)
        cut: list[str | int] = [
            int(part) if index % 2 else part for index, part in enumerate(parts)
        ]
        return [part for part in cut if part]

    def word_list(self) -> list[str] | None:
        """Give the words to choose from in a fixed order that tells nothing, or None."""
        if self.words is None:
            return None
        return sorted({*self.words, *(gap.answer[0] for gap in self.gaps)})

    def width(self, number: int) -> int:
        """Give the room that a gap needs, in characters.

        It is rounded up to even, so that it suggests no exact length.
        """
        longest = max(len(variant) for variant in self.gaps[number - 1].answer)
        return max(4, longest + longest % 2)

    def rubric(self) -> Rubric:
        """Compile to one typed slot a gap, named by its number."""
        return Rubric(
            {
                str(number): _slot(gap, self.word_list())
                for number, gap in enumerate(self.gaps, start=1)
            },
            max=len(self.gaps),
            phrases={"right": "填对 {n} 空", "wrong": "填错 {n} 空", "missed": "未填 {n} 空"},
        )

    def face(self) -> dict[str, Any]:
        """Give the segments, the gaps' widths and the word list."""
        return {
            "segments": [
                {"gap": str(part), "width": self.width(part)}
                if isinstance(part, int)
                else {"text": part}
                for part in self.segments()
            ],
            "words": self.word_list(),
        }

    def key(self) -> str:
        """Give each gap's first answer."""
        return "　".join(
            f"（{number}）{gap.answer[0]}" for number, gap in enumerate(self.gaps, start=1)
        )

    def reasons(self) -> list[KeyReason]:
        """Give each gap's explanation."""
        return [
            KeyReason(f"（{number}）", gap.feedback, right=True)
            for number, gap in enumerate(self.gaps, start=1)
        ]

    def describe(self, slot: str, value: str) -> str:
        """Give the gap and what was filled in."""
        return f"（{slot}）{value}"


def _slot(gap: Gap, word_list: list[str] | None) -> Slot:
    """Compile a gap; with a word list, every word of it is a value of its own."""
    missed = Outcome(0, "missed", gap.feedback)
    other = Outcome(0, "wrong", gap.feedback)
    right = Outcome(1, "right")
    if word_list is not None:
        reasons = {
            word: Outcome(0, "wrong", gap.wrong.get(word, gap.feedback)) for word in word_list
        }
        return Slot(reasons | {gap.answer[0]: right}, other=other, absent=missed)
    values = {normalise(text): Outcome(0, "wrong", reason) for text, reason in gap.wrong.items()}
    values |= {normalise(variant): right for variant in gap.answer}
    return Slot(values, other=other, absent=missed, typed=True)
