"""The only markup in an item's text: ``**word**`` is emphasised."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_STRONG: Final = re.compile(r"\*\*(.+?)\*\*")

#: Markup of other formats, which would be shown literally.
_FOREIGN: Final = (
    (re.compile(r"!?\[[^\]]*\]\([^)]*\)"), "是 Markdown 的链接或图片"),
    (re.compile(r"</?[A-Za-z][^<>]*>"), "是 HTML 标记"),
    (re.compile(r"&(?:[A-Za-z]+|#\d+|#x[0-9A-Fa-f]+);"), "是 HTML 的字符代号"),
    (re.compile(r"\{[a-z-]+\}`[^`]*`"), "是章节里的写法"),
    (re.compile(r"`+[^`]*`+"), "是章节里的写法"),
    (re.compile(r"\bhttps?://\S+"), "是网址"),
)


class Run(NamedTuple):
    """A run of text, emphasised or not."""

    text: str
    strong: bool


def runs(text: str) -> list[Run]:
    """Split a text into plain and emphasised runs.

    Parameters
    ----------
    text
        An item's text.

    Returns
    -------
    list of Run
        The non-empty runs in order, without the asterisks.
    """
    return [Run(part, bool(index % 2)) for index, part in enumerate(_STRONG.split(text)) if part]


def foreign_markup(text: str) -> str:
    """Find markup that would be shown literally instead of being interpreted.

    Parameters
    ----------
    text
        An item's text.

    Returns
    -------
    str
        What is wrong and how to fix it; empty if nothing is.
    """
    for pattern, what in _FOREIGN:
        if found := pattern.search(text):
            return f"“{found[0]}”{what}，题目里会照样显示；请删去，只写文字"
    if "*" in plain(text):
        return "加重的记号 ** 没有成对；请写作 **词**"
    return ""


def plain(text: str) -> str:
    """Return a text without its emphasis marks."""
    return "".join(run.text for run in runs(text))
