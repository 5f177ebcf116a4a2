"""One response of one learner to one item, and what was left out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

#: What exercises done in the course are grouped under; papers go by their codes.
PRACTICE: Final = "练习"
_UNSEEN: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_LONGEST: Final = 80


@dataclass(frozen=True)
class Response:
    """A row of the table.

    Parameters
    ----------
    learner
        Who answered: ``单位/姓名``, or the name alone.
    unit
        The unit, or empty.
    item
        The item's id.
    attempt
        Which attempt it was, from 1.
    response
        The response as JSON, or ``None`` where a source does not hold it.
    score, max
        Points earned, and to be had.
    ms
        Time on the item in milliseconds, or ``None``.
    when
        Milliseconds since 1970, or ``None``.
    paper
        `PRACTICE`, or a paper's code and form.
    version
        The item's version, or ``None`` where a source does not hold it.
    """

    learner: str
    unit: str
    item: str
    attempt: int
    response: str | None
    score: float
    max: float
    ms: int | None
    when: int | None
    paper: str
    version: str | None = None

    @property
    def key(self) -> tuple[str, str, str, int]:
        """What there can be only one response for."""
        return self.learner, self.paper, self.item, self.attempt


@dataclass(frozen=True)
class Problem:
    """Something that was left out.

    Parameters
    ----------
    file
        The file, or the record store.
    place
        Where in it; empty for the whole file.
    message
        What is wrong, and what to do about it.
    count
        How many entries it stands for.
    """

    file: str
    place: str
    message: str
    count: int = 1

    def __str__(self) -> str:
        place = f" {self.place}" if self.place else ""
        return f"{self.file}{place}：{self.message}"


class Doubt(Problem):
    """Something that was counted, but should be looked at."""


@dataclass
class Gathered:
    """What was read from all sources.

    Parameters
    ----------
    responses
        Rows that were read one by one.
    tables
        Parquet files, which the engine reads, and what they are called in messages.
    problems
        What was left out.
    doubts
        What was counted, but should be looked at.
    files
        How many files or record stores gave something, or had nothing that was left out.
    """

    responses: list[Response] = field(default_factory=list)
    tables: list[tuple[Path, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)
    files: int = 0


def visible(text: str) -> str:
    """Give a text without what nobody sees, and what no file can hold.

    Parameters
    ----------
    text
        Any text.
    """
    plain = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    return " ".join(plain.split())


def learner_name(text: str) -> str:
    """Give a name without what nobody sees and what could pass for another one.

    Parameters
    ----------
    text
        A name as a file, a sheet or a platform has it.
    """
    return visible(text)[:_LONGEST]
