"""The frame of the speech: two points, five aspects, six tasks."""

from __future__ import annotations

import re
from typing import Final, Self

from pydantic import Field, model_validator
from sphinx.environment import BuildEnvironment

from publishing.outline.data import Entry, SentenceId, read_data, sentence
from speech import Sentence

FILE: Final = "points.yml"
#: How the speech counts: 第一，… and 一要…
_ORDINAL: Final = re.compile(r"第([一二三四五六])(?=，)|([一二三四五六])(?=要)要")
_COUNT: Final = "一二三四五六"


def ordinal(member: Sentence) -> str:
    """Give the words by which the speech counts a member, such as 第一 or 一要."""
    match = _ORDINAL.match(member.text)
    return match[0] if match else ""


class Point(Entry):
    """One of the two points."""

    heading: SentenceId
    lead: SentenceId
    members: tuple[SentenceId, ...] = Field(min_length=1)
    close: SentenceId | None = None

    @model_validator(mode="after")
    def _counted_as_the_speech_counts(self) -> Self:
        for place, member in enumerate(self.members):
            match = _ORDINAL.match(sentence(member).text)
            if match is None or (match[1] or match[2]) != _COUNT[place]:
                raise ValueError(
                    f"members 第 {place + 1} 项 {member} 不是讲话里的第{_COUNT[place]}项；"
                    "请写以“第一，”或“一要”这样开头的句子，依次不缺"
                )
        return self

    def member_of(self, place: Sentence) -> str | None:
        """Give the member under which a sentence stands, if any."""
        closing = sentence(self.close).paragraph if self.close else None
        if place.paragraph == closing:
            return None
        before = [m for m in self.members if sentence(m).paragraph <= place.paragraph]
        return before[-1] if before else None


class Points(Entry):
    """The whole frame."""

    opening: SentenceId
    points: tuple[Point, Point]

    @property
    def turn(self) -> int:
        """The paragraph with which the second point begins."""
        return sentence(self.points[1].heading).paragraph


def load_points(env: BuildEnvironment) -> Points:
    """Read the frame for the page in hand."""
    return read_data(env, FILE, Points)
