"""Categorising: sort cards into named groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from string import ascii_lowercase
from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator

from exercises.grounded import OptionText, Reason, Text
from exercises.item import Item, KeyReason, Shuffle
from exercises.rubric import Outcome, Rubric, Slot

#: A longer name does not fit beside the others.
LONGEST_NAME: Final = 12
#: With this many more cards than groups, the last card cannot be inferred from the others.
_CARDS_OVER_GROUPS: Final = 2


class Group(BaseModel):
    """A group to sort cards into."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    name: Annotated[Text, Field(max_length=LONGEST_NAME)] = Field(description="组名，要短")
    feedback: Reason = Field(
        description="依据原文说明哪些该归这一组，错归到这里时显示；不说出错归的卡片该归哪里"
    )


class Card(BaseModel):
    """A card to sort."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    text: OptionText = Field(description="卡片文字")
    group: str = Field(description="该归的组的 name")
    feedback: Reason = Field(description="依据原文说明为什么归这一组")
    wrong: dict[str, Reason] = Field(
        default={}, description="错归某一组时另写的说明：组名: 说明；不写则用那一组的 feedback"
    )


class CategoriseItem(Item):
    """Cards and two to four groups; a group may take any number of cards."""

    label: ClassVar[str] = "归类题"
    direction: ClassVar[str] = "为每张卡片选定一组；各组的张数不一定相同。"
    rank: ClassVar[int] = 70

    kind: Literal["categorise"]
    groups: tuple[Group, ...] = Field(min_length=2, max_length=4, description="各组，依次")
    cards: tuple[Card, ...] = Field(min_length=4, max_length=10, description="卡片")

    #: The cards in a paper's order.
    _arranged: tuple[Card, ...] = PrivateAttr(default=())

    @model_validator(mode="after")
    def _check_names(self) -> Self:
        names = self._names()
        for what, texts in (("个组", names), ("张卡片", [card.text for card in self.cards])):
            twice = [text for text, count in Counter(texts).items() if count > 1]
            if twice:
                raise ValueError(f"有两{what}都是“{twice[0]}”；请改写其中一{what[0]}")
        for card in self.cards:
            unknown = [name for name in (card.group, *card.wrong) if name not in names]
            if unknown:
                raise ValueError(
                    f"卡片“{card.text}”写的组“{unknown[0]}”不在 groups 里；现有：{'、'.join(names)}"
                )
            if card.group in card.wrong:
                raise ValueError(f"卡片“{card.text}”的 wrong 里写了该归的组“{card.group}”；请删去")
        return self

    @model_validator(mode="after")
    def _check_sizes(self) -> Self:
        sizes = Counter(card.group for card in self.cards)
        empty = [name for name in self._names() if name not in sizes]
        if empty:
            raise ValueError(f"组“{empty[0]}”没有卡片；请加一张，或删去这一组")
        wanted = len(self.groups) + _CARDS_OVER_GROUPS
        if len(self.cards) < wanted:
            raise ValueError(
                f"{len(self.groups)} 组至少要 {wanted} 张卡片，"
                f"现有 {len(self.cards)} 张，末一张可以推出；请增加卡片"
            )
        if len(set(sizes.values())) == 1:
            raise ValueError("各组的张数相同，末一张可以由张数推出；请增减一张卡片")
        return self

    def _names(self) -> list[str]:
        return [group.name for group in self.groups]

    def _identified(self) -> list[tuple[str, Card]]:
        """Pair cards with their slots: a, b, c … in the bank's order."""
        return list(zip(ascii_lowercase, self.cards, strict=False))

    def _valued(self) -> list[tuple[str, Group]]:
        """Pair groups with their values: 1, 2, 3 … in the bank's order."""
        return [(str(number), group) for number, group in enumerate(self.groups, start=1)]

    def printed(self) -> list[tuple[int, Card]]:
        """Return the numbered cards in print order, which does not depend on the groups."""
        cards = self._arranged or sorted(self.cards, key=lambda card: card.text)
        return list(enumerate(cards, start=1))

    def printed_slots(self) -> list[tuple[int, str]]:
        """Return the slots of the printed cards with their printed numbers."""
        slots = {card.text: id_ for id_, card in self._identified()}
        return [(number, slots[card.text]) for number, card in self.printed()]

    def arranged(self, shuffled: Shuffle) -> Self:
        """Put the cards in a paper's order."""
        arranged = self.model_copy()
        arranged._arranged = tuple(shuffled(self.cards))  # ruff: ignore[private-member-access] (its own copy)
        return arranged

    def rubric(self) -> Rubric:
        """Compile to one slot per card, whose values are the groups."""
        return Rubric(
            {id_: self._slot(card) for id_, card in self._identified()},
            max=len(self.cards),
            phrases={"right": "归对 {n} 张", "wrong": "归错 {n} 张", "missed": "未归 {n} 张"},
        )

    def _slot(self, card: Card) -> Slot:
        values = {
            value: Outcome(1, "right", card.feedback)
            if group.name == card.group
            else Outcome(0, "wrong", card.wrong.get(group.name, group.feedback))
            for value, group in self._valued()
        }
        other = Outcome(0, "wrong", card.feedback)
        return Slot(values, other=other, absent=Outcome(0, "missed", card.feedback))

    def face(self) -> dict[str, Any]:
        """Return the cards and the names of the groups."""
        return {
            "cards": [{"id": id_, "text": card.text} for id_, card in self._identified()],
            "groups": [{"id": value, "text": group.name} for value, group in self._valued()],
        }

    def key(self) -> str:
        """Return the numbers of the printed cards in each group."""
        return "；".join(
            f"{group.name}：{'、'.join(str(n) for n, card in self.printed() if card.group == name)}"
            for group in self.groups
            if (name := group.name)
        )

    def reasons(self) -> list[KeyReason]:
        """Return the feedback of each card under its printed number."""
        return [KeyReason(str(n), card.feedback, right=True) for n, card in self.printed()]

    def describe(self, slot: str, value: str) -> str:
        """Describe the card and the group that it was put into."""
        card, group = dict(self._identified()).get(slot), dict(self._valued()).get(value)
        return f"{card.text if card else slot}→{group.name if group else value}"

    def answered(self, response: Mapping[str, str]) -> str:
        """Return the numbers of the printed cards put into each group that was used."""
        slots = self.printed_slots()
        cards = {
            group.name: [str(number) for number, slot in slots if response.get(slot) == value]
            for value, group in self._valued()
        }
        return "；".join(
            f"{name}：{'、'.join(numbers)}" for name, numbers in cards.items() if numbers
        )
