"""Which lines of a plain text are headings: by Markdown's marks, or by how they are counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from speech.source import heading_text

_NUMERAL: Final = "[一二三四五六七八九十百零〇0-9０-９]+"
_CHINESE_NUMERAL: Final = "[一二三四五六七八九十]+"
#: Whatever the depth of its marks, a Markdown heading ranks by them alone.
_MARKDOWN: Final = re.compile(r"\s*(?P<marks>#{1,6})\s+\S")
#: How headings are counted, the highest first, with what their label is.
_STYLES: Final = (
    re.compile(rf"(?P<label>第{_NUMERAL}(?:编|篇|部分))"),
    re.compile(rf"(?P<label>第{_NUMERAL}(?:章(?!节)|讲|课|回))"),
    re.compile(rf"(?P<label>第{_NUMERAL}节)"),
    re.compile(rf"(?P<label>{_CHINESE_NUMERAL})、"),
    re.compile(rf"(?P<label>（{_CHINESE_NUMERAL}）|\({_CHINESE_NUMERAL}\))"),
)
PART: Final = 0
#: Styles that also count the items of a list: held for headings only if text follows most of them.
_AS_LISTS: Final = (3, 4)
#: Labels that a page's title keeps as they are, such as 第三章.
_KEPT: Final = (0, 1, 2)
_LONGEST: Final = 40
_ENDS: Final = "。！？；，：…"
_AFTER_LABEL: Final = " \t\u3000、，：:.．"


@dataclass(frozen=True)
class HeadingLine:
    """A line that is a heading.

    Parameters
    ----------
    line
        Its number in the file, from 1.
    rank
        How high it stands: the lower the number, the higher. Markdown and counted headings
        are ranked apart, and a text has one of the two.
    label
        How it counts itself, if a title keeps that, such as 第三章; or empty.
    name
        Its words without the label; may be empty.
    text
        All its words.
    """

    line: int
    rank: int
    label: str
    name: str
    text: str


def find_headings(lines: Sequence[str], start: int) -> list[HeadingLine]:
    """Find the headings of a text.

    Parameters
    ----------
    lines
        The text's lines.
    start
        How many lines at the beginning are not searched.

    Returns
    -------
    list of HeadingLine
        In order. A text with Markdown's marks has those headings and no others.
    """
    told = [(number, line) for number, line in enumerate(lines, start=1) if number > start]
    marked = [
        _heading(number, line, rank=len(match["marks"]))
        for number, line in told
        if (match := _MARKDOWN.match(line))
    ]
    if marked:
        return marked
    counted = [
        _heading(number, line, rank=rank)
        for number, line in told
        if (rank := _style_of(line)) is not None
    ]
    filled = [(number, line) for number, line in told if line.strip()]
    return [each for each in counted if each.rank not in _lists(counted, filled)]


def is_heading(line: str) -> bool:
    """Tell whether a line, seen by itself, is a heading."""
    return bool(_MARKDOWN.match(line)) or _style_of(line) is not None


def _heading(number: int, line: str, *, rank: int) -> HeadingLine:
    text = heading_text(line)
    for style, pattern in enumerate(_STYLES):
        if match := pattern.match(text):
            label = match["label"] if style in _KEPT else ""
            name = text[match.end() :].lstrip(_AFTER_LABEL)
            return HeadingLine(number, rank, label, name, text)
    return HeadingLine(number, rank, "", text, text)


def _style_of(line: str) -> int | None:
    """Give the place of a counted heading's style, or None for a line that is none."""
    text = line.strip()
    if len(text) > _LONGEST or not text or text[-1] in _ENDS or "。" in text:
        return None
    return next((style for style, each in enumerate(_STYLES) if each.match(text)), None)


def _lists(counted: Sequence[HeadingLine], filled: Sequence[tuple[int, str]]) -> set[int]:
    """Give the ranks that count lists: but one such line, or most with the next right behind."""
    rank_at = {each.line: each.rank for each in counted}
    following = dict(zip([number for number, _ in filled], filled[1:], strict=False))
    found = set()
    for rank in _AS_LISTS:
        lines = [line for line, each in rank_at.items() if each == rank]
        # A heading of a deeper rank is text that belongs to this one.
        alone = [
            line
            for line in lines
            if line not in following or rank_at.get(following[line][0], rank + 1) <= rank
        ]
        if len(lines) == 1 or len(alone) * 2 > len(lines):
            found.add(rank)
    return found
