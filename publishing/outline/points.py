"""The structure of a text: its parts, and the numbered members of each part."""

from __future__ import annotations

from typing import Final, Self

from pydantic import Field, ValidationInfo, model_validator
from sphinx.environment import BuildEnvironment

from course.counting import NUMERALS
from exercises.grounded import speech_in
from publishing.outline.data import Entry, OneSentence, read_data
from speech import Sentence

FILE: Final = "points.yml"


class Part(Entry):
    """A part of the text."""

    name: str = Field(default="", description="这一部分的名称，如 第一部分；对照用")
    measure: str = Field(default="项", min_length=1, description="它的各项用什么量词，如 个")
    called: str = Field(default="内容", min_length=1, description="它的各项叫什么，如 方面")
    heading: OneSentence = Field(description="这一部分的题目是哪一句")
    lead: OneSentence | None = Field(default=None, description="总起的一句")
    members: tuple[OneSentence, ...] = Field(min_length=1, description="各项从哪句开始")
    close: OneSentence | None = Field(default=None, description="收束的一句")

    @model_validator(mode="after")
    def _counted_as_the_text_counts(self, info: ValidationInfo) -> Self:
        speech = speech_in(info)
        if not speech.counting.ordinals:
            return self
        for place, member in enumerate(self.members, start=1):
            if speech.counting.ordinal(member.text)[1] != place:
                numeral = NUMERALS[place - 1]
                raise ValueError(
                    f"members 第 {place} 项 {member.id} 不是{speech.called}里的第{numeral}项；"
                    "请写以“第一，”这样计数的话开头的句子，依次不缺"
                )
        return self

    @property
    def counted(self) -> str:
        """The number of members in words, such as 三个方面."""
        return f"{NUMERALS[len(self.members) - 1]}{self.measure}{self.called}"

    def member_of(self, place: Sentence) -> Sentence | None:
        """Return the member to which a sentence belongs, if any."""
        if self.close is not None and place.position >= self.close.position:
            return None
        before = [member for member in self.members if member.position <= place.position]
        return before[-1] if before else None


class Frame(Entry):
    """The whole structure: any number of parts."""

    opening: OneSentence | None = Field(default=None, description="导言从哪句开始")
    parts: tuple[Part, ...] = Field(min_length=1, description="各部分，依次")

    def part_of(self, place: Sentence) -> int:
        """Return the number, from 1, of the part to which a sentence belongs.

        Anything before the first part's heading belongs to the first part.
        """
        begun = [part for part in self.parts if part.heading.position <= place.position]
        return max(1, len(begun))


def load_frame(env: BuildEnvironment) -> Frame:
    """Read the structure for the page being read."""
    return read_data(env, FILE, Frame)
