"""Find the headings of a plain text: by Markdown markup, or by the way they are numbered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from speech.source import heading_text

_NUMERAL: Final = "[一二三四五六七八九十百零〇0-9０-９]+"
_CHINESE_NUMERAL: Final = "[一二三四五六七八九十]+"
#: A Markdown heading is ranked by its number of # only.
_MARKDOWN: Final = re.compile(r"\s*(?P<marks>#{1,6})\s+\S")
#: Styles of numbered headings, highest first; the label is the number.
_STYLES: Final = (
    re.compile(rf"(?P<label>第{_NUMERAL}(?:编|篇|部分))"),
    re.compile(rf"(?P<label>第{_NUMERAL}(?:章(?!节)|讲|课|回))"),
    re.compile(rf"(?P<label>第{_NUMERAL}节)"),
    re.compile(rf"(?P<label>{_CHINESE_NUMERAL})、"),
    re.compile(rf"(?P<label>（{_CHINESE_NUMERAL}）|\({_CHINESE_NUMERAL}\))"),
)
PART: Final = 0
#: Styles that also number lists: they count as headings only if most are followed by text.
_AS_LISTS: Final = (3, 4)
#: Styles whose labels are kept in page titles, such as 第三章.
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
        Its rank; lower numbers rank higher. Markdown and numbered headings are ranked separately; a
        text has only one of the two.
    label
        Its number, if titles keep it, such as 第三章; or empty.
    name
        Its text without the label; may be empty.
    text
        Its whole text.
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
        Number of lines at the beginning to skip.

    Returns
    -------
    list of HeadingLine
        In order. If the text has Markdown headings, only these.
    """
    body = [(number, line) for number, line in enumerate(lines, start=1) if number > start]
    marked = [
        _heading(number, line, rank=len(match["marks"]))
        for number, line in body
        if (match := _MARKDOWN.match(line))
    ]
    if marked:
        return marked
    counted = [
        _heading(number, line, rank=rank)
        for number, line in body
        if (rank := _style_of(line)) is not None
    ]
    filled = [(number, line) for number, line in body if line.strip()]
    return [each for each in counted if each.rank not in _lists(counted, filled)]


def is_heading(line: str) -> bool:
    """Check whether a line, on its own, looks like a heading."""
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
    """Return the index of a numbered heading's style, or None if the line is no heading."""
    text = line.strip()
    if len(text) > _LONGEST or not text or text[-1] in _ENDS or "。" in text:
        return None
    return next((style for style, each in enumerate(_STYLES) if each.match(text)), None)


def _lists(counted: Sequence[HeadingLine], filled: Sequence[tuple[int, str]]) -> set[int]:
    """Return the ranks that number lists: a single line, or mostly lines with no text between."""
    rank_at = {each.line: each.rank for each in counted}
    following = dict(zip([number for number, _ in filled], filled[1:], strict=False))
    found = set()
    for rank in _AS_LISTS:
        lines = [line for line, each in rank_at.items() if each == rank]
        # A heading of a lower rank counts as text that belongs to this one.
        alone = [
            line
            for line in lines
            if line not in following or rank_at.get(following[line][0], rank + 1) <= rank
        ]
        if len(lines) == 1 or len(alone) * 2 > len(lines):
            found.add(rank)
    return found
