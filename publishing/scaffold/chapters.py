"""Divide a text into chapters: by its headings or, if it has none, by length."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from course.counting import NUMERALS
from publishing.scaffold.headings import PART, HeadingLine
from publishing.scaffold.layout import Layout
from speech import Paragraph

#: Without headings, chapters grow in both number and length: a text of 500 characters gets 2, one
#: of 10,000 characters gets 10 of 1000 characters each.
_SHORTEST_CHAPTER: Final = 100
_MOST_CHAPTERS: Final = 30
_LONGEST_NAME: Final = 16
_BEFORE_ALL: Final = "引言"
_SALUTATION: Final = re.compile(r"\S{1,20}[：:]")
#: Marks of any kind, as a name cut out of a text could have half of a pair.
_CLAUSE_END: Final = re.compile(r"[，。！？；：、…—“”‘’＂＇（）()《》〈〉「」『』\"\[\]*~\s]")
_NO_WORDS: Final = "正文"


@dataclass(frozen=True)
class Section:
    """Paragraphs under one heading within a chapter.

    Parameters
    ----------
    name
        The heading; empty directly below the chapter's own heading.
    paragraphs
        The paragraphs, at least one.
    """

    name: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Chapter:
    """A chapter.

    Parameters
    ----------
    id
        Its id in the bank and its file name: a letter and two digits.
    label
        Its number, such as 第一章; empty for what precedes the first heading.
    name
        Its title without the label.
    part
        Heading of its part; empty in a text without parts.
    sections
        At least one.
    """

    id: str
    label: str
    name: str
    part: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """The title of its page."""
        return f"{self.label}\u3000{self.name}" if self.label else self.name

    @property
    def number(self) -> str:
        """The prefix of its exercises' numbers: the chapter's number, or 引."""
        return str(int(self.id[1:])) if self.label else self.name[0]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All its paragraphs."""
        return tuple(each for section in self.sections for each in section.paragraphs)


def divide(layout: Layout) -> tuple[Chapter, ...]:
    """Divide a text into chapters.

    The highest rank of headings begins chapters, lower ranks begin sections. If the highest rank is
    parts (第一编) and there are lower ones, the parts become captions in the table of contents.
    Headings with no text below them begin nothing.

    Parameters
    ----------
    layout
        The text.

    Returns
    -------
    tuple of Chapter
        In order; together they contain every paragraph.
    """
    if layout.headings:
        chapters = list(_by_headings(layout))
    else:
        chapters = [_group(paragraphs) for paragraphs in _groups(layout.speech.paragraphs)]
    digits = max(2, len(str(len(chapters))))
    first = 0 if chapters[0].name == _BEFORE_ALL and not chapters[0].label else 1
    return tuple(
        replace(
            chapter,
            id=f"c{place:0{digits}}",
            label=(chapter.label or f"第{_numeral(place)}章") if place else "",
            name=chapter.name or opening_words(chapter.paragraphs),
        )
        for place, chapter in enumerate(chapters, start=first)
    )


def opening_words(paragraphs: Sequence[Paragraph]) -> str:
    """Return the first words of a chapter, as a provisional name.

    A salutation such as 同志们： is skipped.
    """
    paragraph = next((p for p in paragraphs if not _SALUTATION.fullmatch(p.text)), paragraphs[0])
    words = next(filter(None, _CLAUSE_END.split(paragraph.text)), _NO_WORDS)
    return words if len(words) <= _LONGEST_NAME else f"{words[: _LONGEST_NAME - 1]}……"


def _by_headings(layout: Layout) -> Iterator[Chapter]:
    ranks = {each.rank for each in layout.headings}
    parts = PART in ranks and len(ranks) > 1
    top = sorted(ranks)[1 if parts else 0]
    part = ""
    opened: list[tuple[HeadingLine | None, str, list[Section]]] = []
    for heading, paragraphs in _blocks(layout):
        name = heading.text if heading else ""
        if heading is None or heading.rank <= top or not opened:
            part = name if parts and heading and heading.rank == PART else part
            opened.append((heading, part, []))
            name = ""
        if paragraphs:
            opened[-1][2].append(Section(name, paragraphs))
    for heading, under, sections in opened:
        if sections and heading:
            yield Chapter("", heading.label, heading.name, under, tuple(sections))
        elif sections:
            yield Chapter("", "", _BEFORE_ALL, under, tuple(sections))


def _blocks(layout: Layout) -> Iterator[tuple[HeadingLine | None, tuple[Paragraph, ...]]]:
    """Yield each heading (None before the first) with the paragraphs directly below it."""
    paragraphs = layout.speech.paragraphs
    starts = [0, *(each.before - 1 for each in layout.speech.headings), len(paragraphs)]
    for heading, (start, stop) in zip((None, *layout.headings), pairwise(starts), strict=True):
        if heading or stop:
            yield heading, paragraphs[start:stop]


def _groups(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, ...]]:
    """Split a text without headings into groups of paragraphs, as evenly as possible."""
    ends = [0]
    for paragraph in paragraphs:
        ends.append(ends[-1] + len(paragraph.text))
    even = round(math.sqrt(ends[-1] / _SHORTEST_CHAPTER))
    wanted = max(1, min(even, _MOST_CHAPTERS, len(paragraphs)))
    cuts = [0]
    for number in range(1, wanted):
        ideal = ends[-1] * number / wanted
        least, most = cuts[-1] + 1, len(paragraphs) - (wanted - number)
        cuts.append(min(range(least, most + 1), key=lambda at: abs(ends[at] - ideal)))
    cuts.append(len(paragraphs))
    return [tuple(paragraphs[start:stop]) for start, stop in pairwise(cuts)]


def _group(paragraphs: tuple[Paragraph, ...]) -> Chapter:
    return Chapter("", "", "", "", (Section("", paragraphs),))


def _numeral(number: int) -> str:
    """Format a chapter's number: as a Chinese numeral, or in digits if it is too high."""
    return NUMERALS[number - 1] if number <= len(NUMERALS) else str(number)
