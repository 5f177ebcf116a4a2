"""True or false: judge a statement and, if it is false, correct it."""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_lowercase
from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from exercises.grounded import Reason, Stem, Text, speech_in
from exercises.item import Claim, Item, KeyReason, Shuffle
from exercises.normalise import normalise
from exercises.rubric import Outcome, Rubric, Slot

#: The only slot. Its values: judged true, judged false without a correction, or the correction
#: picked.
ANSWER: Final = "answer"
TRUE: Final = "true"
FALSE: Final = "false"

_LONGEST_CHANGE: Final = 20
_FEWEST_PLACES: Final = 2

Words = Annotated[Text, Field(max_length=_LONGEST_CHANGE)]


class Correction(BaseModel):
    """A possible correction: words of the statement, and the words that replace them."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    change: Words = Field(description="说法里要改的词，照抄，只出现一次")
    to: Words = Field(description="改成什么")
    key: bool = Field(default=False, description="是否正确的改法")
    feedback: Reason = Field(description="依据原文说明这样改为什么对、为什么不对")

    @property
    def text(self) -> str:
        """The correction in words."""
        return f"把**{self.change}**改为**{self.to}**"


class TrueFalseItem(Item):
    """A statement with three or four corrections; a true one has them too."""

    label: ClassVar[str] = "判断题"
    direction: ClassVar[str] = "判断对（√）错（×）；判为错的，再选出怎样改。"
    rank: ClassVar[int] = 20
    held: ClassVar[tuple[str, ...]] = ("判断题各改法换上的词都不相同",)

    kind: Literal["true-false"]
    statement: Stem = Field(description="要判断的说法")
    verdict: bool = Field(description="说法是否符合原文：true 或 false")
    feedback: Reason = Field(description="依据原文说明说法为什么对、为什么不对")
    corrections: tuple[Correction, ...] = Field(
        min_length=3, max_length=4, description="改法；说法符合原文时也要写，都不是 key"
    )

    @model_validator(mode="after")
    def _check_key(self) -> Self:
        keys = sum(correction.key for correction in self.corrections)
        if self.verdict and keys:
            raise ValueError("verdict: true 的说法没有可改之处；请删去改法里的 key: true")
        if not self.verdict and keys != 1:
            raise ValueError(f"verdict: false 要有且只有一个改法写 key: true，现有 {keys} 个")
        return self

    @model_validator(mode="after")
    def _check_corrections(self) -> Self:
        for correction in self.corrections:
            times = self.statement.count(correction.change)
            if times != 1:
                raise ValueError(
                    f"“{correction.change}”在 statement 里出现 {times} 次，应恰好一次；"
                    "请改写 change"
                )
            if correction.to == correction.change:
                raise ValueError(f"“{correction.change}”改了等于没改；请改写 to")
        if len({self.corrected(correction) for correction in self.corrections}) < len(
            self.corrections
        ):
            raise ValueError("有两个改法改出同一句话；请改写其中一个")
        words = [normalise(correction.to) for correction in self.corrections]
        if twice := next((word for word in words if words.count(word) > 1), ""):
            raise ValueError(f"有两个改法都换上“{twice}”；请改写其中一个 to")
        if len({correction.change for correction in self.corrections}) < _FEWEST_PLACES:
            raise ValueError("各改法都改同一处，等于指明错在哪里；请至少改两处")
        return self

    @model_validator(mode="after")
    def _check_speech(self, info: ValidationInfo) -> Self:
        speech = speech_in(info)
        wrong = [self.corrected(entry) for entry in self.corrections if not entry.key]
        for text in wrong if self.verdict else [self.statement, *wrong]:
            if speech.quotes(text.rstrip("。")):
                raise ValueError(f"“{text}”就是{speech.called}原文，不能算错；请改写")
        return self

    def corrected(self, correction: Correction) -> str:
        """Return the statement after a correction."""
        return self.statement.replace(correction.change, correction.to)

    def lettered(self) -> list[tuple[str, Correction]]:
        """Pair corrections with their slot values: a, b, c … in the bank's order."""
        return list(zip(ascii_lowercase, self.corrections, strict=False))

    def asked(self) -> list[str]:
        """Return the stem and the statement."""
        return [self.stem, self.statement]

    def choices(self) -> list[list[Claim]]:
        """Return the corrections."""
        return [[Claim(correction.text, correction.key) for correction in self.corrections]]

    def claims(self) -> list[Claim]:
        """Return the statement and the corrections."""
        return [Claim(self.statement, self.verdict), *super().claims()]

    def answers(self) -> list[str]:
        """Return the replacement of the right correction."""
        return [correction.to for correction in self.corrections if correction.key]

    def arranged(self, shuffled: Shuffle) -> Self:
        """Put the corrections in a paper's order."""
        return self.model_copy(update={"corrections": tuple(shuffled(self.corrections))})

    def rubric(self) -> Rubric:
        """Compile to one slot.

        A false statement is worth two points: one for the judgement and one for the correction. A
        true statement is worth one.
        """
        wrong = Outcome(0, "wrong", self.feedback)
        if self.verdict:
            right = "判断正确"
            values = {TRUE: Outcome(1, "right", self.feedback)} | {
                id_: Outcome(0, "wrong", correction.feedback) for id_, correction in self.lettered()
            }
            values[FALSE] = wrong
        else:
            right = "判断和改法都对"
            values = {TRUE: wrong} | {
                id_: Outcome(2, "right", correction.feedback)
                if correction.key
                else Outcome(1, "missed", correction.feedback)
                for id_, correction in self.lettered()
            }
            values[FALSE] = Outcome(1, "missed", self.feedback)
        return Rubric(
            {ANSWER: Slot(values, other=wrong, absent=wrong)},
            max=1 if self.verdict else 2,
            phrases={"right": right, "wrong": "判断不对", "missed": "判断对，没有选出正确的改法"},
        )

    def face(self) -> dict[str, Any]:
        """Return the statement and the corrections."""
        return {
            "statement": self.statement,
            "corrections": [
                {"id": id_, "change": correction.change, "to": correction.to}
                for id_, correction in self.lettered()
            ],
        }

    def key(self) -> str:
        """Return the judgement and the correction's letter."""
        if self.verdict:
            return "√，不用改"
        return next(f"×，{id_.upper()}" for id_, entry in self.lettered() if entry.key)

    def reasons(self) -> list[KeyReason]:
        """Return the feedback on the judgement, then of each correction under its letter."""
        return [
            KeyReason("√" if self.verdict else "×", self.feedback, right=True),
            *(
                KeyReason(id_.upper(), correction.feedback, correction.key)
                for id_, correction in self.lettered()
            ),
        ]

    def describe(self, slot: str, value: str) -> str:
        """Describe the judgement or the correction."""
        correction = dict(self.lettered()).get(value)
        if slot != ANSWER:
            return value
        if correction:
            return f"×，{correction.text.replace('**', '')}"
        return {TRUE: "√", FALSE: "×"}.get(value, value)

    def answered(self, response: Mapping[str, str]) -> str:
        """Return the judgement and the correction's letter."""
        value = response[ANSWER]
        return {TRUE: "√，不用改", FALSE: "×"}.get(value, f"×，{value.upper()}")
