"""What the text dates: schema of ``timeline.yml``, checked for completeness.

Dates are shown as the text words them; none is computed. Every expression of time in the text must
be part of the date of an event, or passed over with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Final, Literal, Self

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from exercises.grounded import Text, speech_in
from publishing.indexes.places import spans
from publishing.outline.data import Entry, OneSentence
from publishing.outline.sayings import Said, Sentences, as_list, check_run
from speech import Sentence, Speech

FILE: Final = "timeline.yml"
#: Chinese expressions of time: by year, month and day, or relative to the day of speaking.
TIMES: Final = re.compile(
    r"\d+年(?:[上下]半年|[初中底])?|[去今明]年(?:[上下]半年|[初中底]|\d+月)?|\d+月(?:\d+日)?|\d+日"
    r"|[上下]半年|半年|年[初中底]|[昨今明]天|刚才|此前|此后|不久|现在|当前|目前|接下来|即将|以来|结束后"
)

State = Literal["已经", "当时", "以后"]


class Event(Entry):
    """What the text says happened, or will happen, at some time."""

    when: str = Field(min_length=1, description="时间，照抄原文，如 去年底；不写原文没有的年份")
    name: str = Field(min_length=1, max_length=24, description="图上写的几个字，照抄这一句")
    what: Annotated[tuple[str, ...], BeforeValidator(as_list), Field(min_length=1)] = Field(
        description="表里引的话，照抄这一句；不相连的写成列表"
    )
    at: OneSentence = Field(description="在哪一句")
    state: State = Field(description="说话的时候：已经、当时、以后")

    @model_validator(mode="after")
    def _in_its_sentence(self) -> Self:
        for words in (self.when, self.name, *self.what):
            check_run(words, self.at)
        return self


class Group(Entry):
    """Events in the order that the text gives."""

    title: Text = Field(description="这一组怎样写时间")
    note: Said | None = Field(default=None, description="这一组要说明的，一句，注出处")
    events: tuple[Event, ...] = Field(min_length=1, description="依次")


class PassedOver(Entry):
    """Expressions of time that do not belong on the timeline."""

    words: str = Field(min_length=1, description="照抄这几句里含有时间词的话")
    at: Sentences = Field(description="在哪几句")
    reason: str = Field(min_length=4, description="为什么不列")

    @model_validator(mode="after")
    def _in_their_sentences(self) -> Self:
        for sentence in self.at:
            check_run(self.words, sentence)
        return self


class Timeline(Entry):
    """The timeline: groups of events in order, and what is passed over."""

    title: Text = Field(description="图的题目")
    groups: tuple[Group, ...] = Field(min_length=1)
    passed_over: tuple[PassedOver, ...] = ()

    @model_validator(mode="after")
    def _complete(self, info: ValidationInfo) -> Self:
        if faults := [*self._lacking(speech_in(info)), *self._passed_over_for_nothing()]:
            raise ValueError("；".join(faults))
        return self

    @property
    def events(self) -> Iterator[Event]:
        """All events in order."""
        return (event for group in self.groups for event in group.events)

    def _dated(self) -> Iterator[tuple[Sentence, str]]:
        return ((event.at, event.when) for event in self.events)

    def _passed(self) -> Iterator[tuple[Sentence, str]]:
        return ((place, each.words) for each in self.passed_over for place in each.at)

    def _lacking(self, speech: Speech) -> Iterator[str]:
        listed = [*self._dated(), *self._passed()]
        for sentence in speech.in_chapters:
            for words in _unlisted(sentence, listed):
                yield (
                    f"{sentence.id} 的“{words}”没有列入时间线；"
                    "请加一条事件，或写进 passed_over 并说明理由"
                )

    def _passed_over_for_nothing(self) -> Iterator[str]:
        dated = [*self._dated()]
        for place, words in self._passed():
            lacking = [*_unlisted(place, dated)]
            if not any(word in words for word in lacking):
                yield f"passed_over 里 {place.id} 的“{words}”没有时间词，或已经列入；请删去"


def _unlisted(sentence: Sentence, listed: Iterable[tuple[Sentence, str]]) -> Iterator[str]:
    """Yield a sentence's expressions of time that none of the listed words contains."""
    words = [words for place, words in listed if place == sentence]
    covered = [span for each in words for span in spans(sentence.text, [each])]
    for match in TIMES.finditer(sentence.text):
        if not any(start <= match.start() and match.end() <= stop for start, stop in covered):
            yield match[0]
