"""Matching: pair premises with options, of which there are more than premises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from string import ascii_uppercase
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, PrivateAttr, model_validator

from exercises.gaps.gap import Gap, check_words, gaps_answered, gaps_reasons, gaps_rubric, word_list
from exercises.grounded import OptionText, Text
from exercises.item import Item, KeyReason, Shuffle
from exercises.rubric import Rubric

#: Short, because it must fit a closed select on a phone; the premises are the longer side.
Choice = Annotated[Text, Field(max_length=12)]


class Premise(Gap):
    """A premise and the option that belongs to it."""

    text: OptionText = Field(description="要配的一项")
    answer: Annotated[
        tuple[Choice, ...],
        BeforeValidator(lambda given: (given,) if isinstance(given, str) else given),
        Field(min_length=1, max_length=1),
    ] = Field(description="与它对应的选项")

    @property
    def option(self) -> str:
        """The option that belongs to the premise."""
        return self.answer[0]


class MatchingItem(Item):
    """Premises, one option for each, and distractors that belong to none."""

    label: ClassVar[str] = "配对题"
    direction: ClassVar[str] = "给每一项选出对应的选项；每个选项至多用一次，有的用不上。"
    rank: ClassVar[int] = 50

    kind: Literal["matching"]
    premises: tuple[Premise, ...] = Field(min_length=3, max_length=6, description="要配的各项")
    distractors: tuple[Choice, ...] = Field(
        min_length=1, max_length=4, description="另加的选项，哪一项也不配：免得最后一项不用想"
    )

    #: The options in a paper's order.
    _arranged: tuple[str, ...] = PrivateAttr(default=())

    @model_validator(mode="after")
    def _check_distinct(self) -> Self:
        for name, texts in (
            ("项", [premise.text for premise in self.premises]),
            ("选项", [*(premise.option for premise in self.premises), *self.distractors]),
        ):
            repeated = {text for text in texts if texts.count(text) > 1}
            if repeated:
                raise ValueError(f"{name}“{min(repeated)}”写了两次；请改写其中一个")
        return self

    @model_validator(mode="after")
    def _check_telling(self) -> Self:
        check_words(self.premises, self.distractors)
        for premise in self.premises:
            if any(option in premise.text for option in self.options()):
                raise ValueError(f"“{premise.text}”里就有一个选项的文字；请改写")
            for text, reason in premise.wrong.items():
                if premise.option in reason:
                    raise ValueError(
                        f"错答“{text}”的说明写出了正确选项，而第一次答错就会显示；请改写"
                    )
        if [premise.option for premise in self.premises] == self.options()[: len(self.premises)]:
            raise ValueError("纸面上各项正好依次配 A、B、C……；请调换 premises 的次序")
        return self

    def options(self) -> list[str]:
        """Return the options in a fixed order, that of print, which does not depend on the key."""
        return word_list(self.premises, self.distractors) or []

    def rubric(self) -> Rubric:
        """Compile to one slot per premise, named by its number; its values are the options."""
        return replace(
            gaps_rubric(self.premises, self.options()),
            phrases={"right": "配对 {n} 项", "wrong": "配错 {n} 项", "missed": "没配 {n} 项"},
        )

    def face(self) -> dict[str, Any]:
        """Return premises and options."""
        return {
            "premises": [premise.text for premise in self.premises],
            "words": self.options(),
        }

    def arranged(self, shuffled: Shuffle) -> Self:
        """Put the options in a paper's order, but never in the order of the premises."""
        options = shuffled(self.options())
        if options[: len(self.premises)] == [premise.option for premise in self.premises]:
            options.reverse()
        arranged = self.model_copy()
        arranged._arranged = tuple(options)  # ruff: ignore[private-member-access] (its own copy)
        return arranged

    def lettered(self) -> list[tuple[str, str]]:
        """Pair options with their printed letters."""
        return list(zip(ascii_uppercase, self._arranged or self.options(), strict=False))

    def key(self) -> str:
        """Return the letter and option of each premise."""
        letters = {option: letter for letter, option in self.lettered()}
        return "　".join(
            f"（{number}）{letters[premise.option]} {premise.option}"
            for number, premise in enumerate(self.premises, start=1)
        )

    def reasons(self) -> list[KeyReason]:
        """Return the feedback of each premise."""
        return gaps_reasons(self.premises)

    def describe(self, slot: str, value: str) -> str:
        """Return the premise's number and the option paired with it."""
        return f"（{slot}）{value}"

    def answered(self, response: Mapping[str, str]) -> str:
        """Return the letter and option of each answered premise."""
        letters = {option: letter for letter, option in self.lettered()}
        return gaps_answered({
            number: f"{letters.get(option, '')} {option}".strip()
            for number, option in response.items()
        })
