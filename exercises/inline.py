"""The one piece of markup in an item's text: ``**word**`` stands out."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_STRONG: Final = re.compile(r"\*\*(.+?)\*\*")

#: What other programs take for markup, and here would be shown as it stands.
_FOREIGN: Final = (
    (re.compile(r"!?\[[^\]]*\]\([^)]*\)"), "是 Markdown 的链接或图片"),
    (re.compile(r"</?[A-Za-z][^<>]*>"), "是 HTML 标记"),
    (re.compile(r"&(?:[A-Za-z]+|#\d+|#x[0-9A-Fa-f]+);"), "是 HTML 的字符代号"),
    (re.compile(r"\{[a-z-]+\}`[^`]*`"), "是章节里的写法"),
    (re.compile(r"`+[^`]*`+"), "是章节里的写法"),
    (re.compile(r"\bhttps?://\S+"), "是网址"),
)


class Run(NamedTuple):
    """A run of text and whether it stands out."""

    text: str
    strong: bool


def runs(text: str) -> list[Run]:
    """Cut a text into plain and emphasised runs.

    Parameters
    ----------
    text
        An item's text.

    Returns
    -------
    list of Run
        The runs in order, none empty, without the marks.
    """
    return [Run(part, bool(index % 2)) for index, part in enumerate(_STRONG.split(text)) if part]


def foreign_markup(text: str) -> str:
    """Tell what of a text would be shown as it stands, and was meant otherwise.

    Parameters
    ----------
    text
        An item's text.

    Returns
    -------
    str
        What is wrong and how it is written; empty if nothing is.
    """
    for pattern, what in _FOREIGN:
        if found := pattern.search(text):
            return f"“{found[0]}”{what}，题目里会照样显示；请删去，只写文字"
    if "*" in plain(text):
        return "加重的记号 ** 没有成对；请写作 **词**"
    return ""


def plain(text: str) -> str:
    """Give a text as a reader sees it, without the marks."""
    return "".join(run.text for run in runs(text))
