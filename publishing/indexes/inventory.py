"""Completeness check: which words each index must list.

The speech is searched for forms of words: text in quotation marks, numbered terms, 《…》, people as
``course.yml`` describes their names, all numerals and dates. Each match must lie within the words
of an entry, or of something passed over with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from course import Course
from course.settings import Names
from publishing.indexes.places import spans
from speech import Paragraph, load_speech

_COUNT: Final = "一二两三四五六七八九十"


@dataclass(frozen=True)
class Demand:
    """A form of words that must be listed.

    Parameters
    ----------
    what
        Its name in messages.
    form
        Pattern; group 1 must lie within an entry's words.
    indexes
        File names, without suffix, of the indexes of which one must list it.
    """

    what: str
    form: re.Pattern[str]
    indexes: tuple[str, ...]


_ALL: Final = ("terms", "people", "numbers")

_FORMS: Final = (
    Demand("引号里的词语", re.compile(r"“([^“”]+)”"), ("terms", "people")),
    Demand("引号里的词语", re.compile(r"‘([^‘’]+)’"), ("terms",)),
    Demand(
        "带数字的提法", re.compile(rf"([{_COUNT[1:]}]个[^，。、；：“”]{{2}})"), ("terms", "numbers")
    ),
    Demand("文件", re.compile(r"(《[^《》]*(?:“[^”]*”)?[^《》]*》)"), ("people",)),
    Demand("数字", re.compile(r"(\d+)"), ("numbers",)),
    Demand("时间", re.compile(r"([年月]|\d日|今天|上半|下半)"), ("numbers", "people")),
    Demand("数目", re.compile(rf"([{_COUNT}])"), _ALL),
)


def demands(names: Names) -> tuple[Demand, ...]:
    """Return the forms of words that must be listed in a course's indexes.

    Parameters
    ----------
    names
        How people are written in the course's text.
    """
    if not names.people:
        return _FORMS
    people = re.compile("((?:" + "|".join(names.people) + "))")
    return (*_FORMS[:4], Demand("人物", people, ("people",)), *_FORMS[4:])


@dataclass(frozen=True)
class Wanting:
    """A match in the speech that no index lists.

    Parameters
    ----------
    demand
        Why it must be listed.
    paragraph
        Its paragraph.
    start, stop
        Its span in the paragraph's display text.
    folder
        The folder of the indexes, for messages.
    """

    demand: Demand
    paragraph: Paragraph
    start: int
    stop: int
    folder: Path

    def passed_over_by(self, words: str) -> bool:
        """Check whether it lies within the given words, where they occur in the paragraph.

        If the given words are a whole quotation, only the quotation itself counts, not its parts.
        """
        return any(
            start <= self.start
            and self.stop <= stop
            and ((start, stop) == (self.start, self.stop) or not self._quoted(start))
            for start, stop in spans(self.paragraph.text, [words])
        )

    def is_part_of(self, other: Wanting) -> bool:
        """Check whether it lies within another match, so that one fix covers both."""
        same = self.paragraph is other.paragraph
        return same and other.start <= self.start and self.stop <= other.stop

    def _quoted(self, start: int) -> bool:
        return self.paragraph.text[:start].endswith(("“", "‘"))

    def __str__(self) -> str:
        text = self.paragraph.text
        around = text[max(0, self.start - 5) : self.stop + 6]
        files = " 或 ".join(f"{self.folder}/{index}.yml" for index in self.demand.indexes)
        return (
            f"{self.paragraph.label}的{self.demand.what}“{text[self.start : self.stop]}”"
            f"（……{around}……）没有收进索引；"
            f"请加到 {files}，不该收的写进 {self.folder}/passed-over.yml 并说明理由"
        )


def wanting(listed: Mapping[str, Sequence[str]], course: Course) -> list[Wanting]:
    """Find all matches that no index lists.

    Parameters
    ----------
    listed
        The words of all entries by index.
    course
        The course.

    Returns
    -------
    list of Wanting
        In the order of the speech.
    """
    found: list[Wanting] = []
    folder = course.shown(course.indexes)
    for paragraph in load_speech(course).paragraphs:
        for demand in demands(course.settings.names):
            forms = [form for index in demand.indexes for form in listed[index]]
            # Each form by itself: forms may overlap.
            covered = [
                span
                for form in forms
                if form in paragraph.text
                for span in spans(paragraph.text, [form])
            ]
            found += (
                Wanting(demand, paragraph, *match.span(1), folder)
                for match in demand.form.finditer(paragraph.text)
                if not any(a <= match.start(1) and match.end(1) <= b for a, b in covered)
            )
    return found
