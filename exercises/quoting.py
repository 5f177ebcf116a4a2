"""What a text of ours quotes: words in “”, titles in 《》, and marks that would go unchecked."""

from __future__ import annotations

import re
from typing import Final

from speech import Speech

#: The speech itself uses these marks, so a quotation may hold one more pair.
_QUOTATION: Final = re.compile(r"“((?:[^“”]|“[^“”]*”)*)”")
#: A quotation between other marks would go unchecked.
_STRAY_MARK: Final = re.compile(r"[“”\"]")
_OTHER_MARK: Final = re.compile(r"[「」『』‘’＂＇]")
_TITLE: Final = re.compile(r"《([^《》]*)》")


def quotations(text: str) -> list[str]:
    """Find what stands in “” in a text.

    Parameters
    ----------
    text
        An author's text.

    Returns
    -------
    list of str
        The words between the marks, without the marks.
    """
    return _QUOTATION.findall(text)


def unquoted(text: str) -> str:
    """Give a text without what stands in “”."""
    return _QUOTATION.sub("", text)


def stray_marks(text: str) -> str:
    """Tell what is wrong with the quotation marks of a text, whatever it quotes.

    Parameters
    ----------
    text
        An author's text.

    Returns
    -------
    str
        What is wrong and how it is written; empty if nothing is.
    """
    rest = unquoted(text)
    if other := _OTHER_MARK.search(rest):
        return f"用了“{other[0]}”作引号；引文请放在一对“”里，才好与原文核对"
    if _STRAY_MARK.search(rest):
        return "引号不成对，或用了英文引号；引文请放在一对“”里"
    return ""


def unknown_title(text: str, speech: Speech) -> str:
    """Tell which title of a text stands neither in the speech nor over it.

    Parameters
    ----------
    text
        An author's text.
    speech
        What it is about.

    Returns
    -------
    str
        What is wrong and how it is written; empty if nothing is.
    """
    for title in _TITLE.findall(text):
        if title not in speech.title and not speech.quotes(title):
            return f"{speech.called}里没有《{title}》；请照原文写全"
    if re.search(r"[《》]", unquoted(_TITLE.sub("", text))):
        return "书名号不成对；请补上另一半"
    return ""
