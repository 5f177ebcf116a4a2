"""Who is to do what: schema of ``demands.yml``, checked for completeness.

Every sentence with a word of demand (要, 应当 …) must be listed as a demand or passed over with a
reason. Who has to do it is named in the same sentence, or in another one that the demand names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Final, Self

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from course.written import Written
from exercises.grounded import Text, speech_in
from publishing.outline.data import Entry, OneSentence
from publishing.outline.sayings import Sentences, as_list, check_run, check_said
from speech import Sentence, Speech

FILE: Final = "demands.yml"

RoleId = Annotated[str, Written(r"^[a-z0-9]+(-[a-z0-9]+)*$", "小写英文字母、数字和 -")]
Runs = Annotated[tuple[str, ...], BeforeValidator(as_list), Field(min_length=1)]


class Role(Entry):
    """Someone who has to do something."""

    name: str = Field(min_length=1, description="显示的名称")
    words: tuple[str, ...] = Field(description="原文里怎样称呼它；没有写明由谁的，写 []")


class Demand(Entry):
    """What one or more roles have to do, may do, or must not do."""

    who: Annotated[tuple[RoleId, ...], BeforeValidator(as_list), Field(min_length=1)] = Field(
        description="岗位编号，在 roles 里"
    )
    what: Runs = Field(description="做什么，照抄这一句；不相连的写成列表")
    force: str = Field(min_length=1, description="力度，照抄这一句，如 要、可以、严禁")
    at: OneSentence = Field(description="在哪一句")
    named_in: OneSentence | None = Field(
        default=None, alias="from", description="这一句没有写明由谁时，从哪一句看出"
    )
    note: Text | None = Field(default=None, description="本书的说明，一句")

    @model_validator(mode="after")
    def _in_its_sentence(self, info: ValidationInfo) -> Self:
        for words in (self.force, *self.what):
            check_run(words, self.at)
        if self.note:
            check_said(self.note, [self.at], speech_in(info))
        return self

    @property
    def words(self) -> str:
        """What is to be done, in the words of the text."""
        return "……".join(self.what)


class PassedOver(Entry):
    """Sentences that contain a word of demand but demand nothing."""

    at: Sentences = Field(description="哪几句")
    reason: str = Field(min_length=4, description="为什么不列")


class Demands(Entry):
    """All demands, in the order of the text."""

    force: tuple[str, ...] = Field(min_length=1, description="表示要求的词")
    no_force: tuple[str, ...] = Field(default=(), description="含有这些字而不表示要求的词")
    roles: dict[RoleId, Role] = Field(min_length=1, description="岗位")
    demands: tuple[Demand, ...] = Field(min_length=1)
    passed_over: tuple[PassedOver, ...] = ()

    @model_validator(mode="after")
    def _complete(self, info: ValidationInfo) -> Self:
        speech = speech_in(info)
        faults = [*self._roles(), *self._order(), *self._lacking(speech), *self._needless()]
        if faults:
            raise ValueError("；".join(faults))
        return self

    def of(self, role: str) -> list[Demand]:
        """Return the demands on a role."""
        return [demand for demand in self.demands if role in demand.who]

    def _roles(self) -> Iterator[str]:
        for demand in self.demands:
            where = demand.named_in or demand.at
            for role_id in demand.who:
                role = self.roles.get(role_id)
                if role is None:
                    known = "、".join(self.roles)
                    yield f"{demand.at.id} 的 who 里没有岗位 {role_id}；roles 里有 {known}"
                elif role.words and not any(words in where.text for words in role.words):
                    yield (
                        f"{where.id} 里没有“{role.name}”的称呼（{'、'.join(role.words)}）；"
                        f"请改 {demand.at.id} 的 who，或在 from 写称呼它的那一句"
                    )
        for role_id in self.roles:
            if not self.of(role_id):
                yield f"没有一项要求是对 {role_id} 的；请从 roles 里删去"

    def _order(self) -> Iterator[str]:
        before: Sentence | None = None
        for demand in self.demands:
            if before is not None and demand.at.position < before.position:
                yield f"{demand.at.id} 排在 {before.id} 后面；请照原文的次序排"
            before = demand.at

    def _lacking(self, speech: Speech) -> Iterator[str]:
        listed = {demand.at for demand in self.demands}
        passed = {place for each in self.passed_over for place in each.at}
        for sentence in speech.in_chapters:
            if sentence not in listed | passed and (found := self.word_in(sentence)):
                yield (
                    f"{sentence.id} 有表示要求的词“{found}”，没有列入；"
                    "请加进 demands，或写进 passed_over 并说明理由"
                )

    def _needless(self) -> Iterator[str]:
        listed = {demand.at for demand in self.demands}
        for each in self.passed_over:
            for place in each.at:
                if place in listed or not self.word_in(place):
                    why = "已经列入" if place in listed else "没有表示要求的词"
                    yield f"passed_over 里的 {place.id} {why}；请删去"

    def word_in(self, sentence: Sentence) -> str:
        """Return the first word of demand in a sentence, or an empty string."""
        without = sentence.text
        for words in self.no_force:
            without = without.replace(words, "□")
        found = re.search("|".join(map(re.escape, self.force)), without)
        return found[0] if found else ""
