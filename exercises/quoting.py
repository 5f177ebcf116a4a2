"""Quotations in authors' texts: words in “”, titles in 《》, and marks that escape the check."""

from __future__ import annotations

import re
from typing import Final

from speech import Speech

#: The speech itself uses these marks, so a quotation may contain one more pair.
_QUOTATION: Final = re.compile(r"“((?:[^“”]|“[^“”]*”)*)”")
#: Quotations in other marks would not be checked.
_STRAY_MARK: Final = re.compile(r"[“”\"]")
_OTHER_MARK: Final = re.compile(r"[「」『』‘’＂＇]")
_TITLE: Final = re.compile(r"《([^《》]*)》")


def quotations(text: str) -> list[str]:
    """Return the quotations in a text.

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
    """Return a text without its quotations."""
    return _QUOTATION.sub("", text)


def stray_marks(text: str) -> str:
    """Check the quotation marks of a text, whatever it quotes.

    Parameters
    ----------
    text
        An author's text.

    Returns
    -------
    str
        What is wrong and how to fix it; empty if nothing is.
    """
    rest = unquoted(text)
    if other := _OTHER_MARK.search(rest):
        return f"用了“{other[0]}”作引号；引文请放在一对“”里，才好与原文核对"
    if _STRAY_MARK.search(rest):
        return "引号不成对，或用了英文引号；引文请放在一对“”里"
    return ""


def unknown_title(text: str, speech: Speech) -> str:
    """Check that the titles in a text occur in the speech or in its title.

    Parameters
    ----------
    text
        An author's text.
    speech
        The speech it is about.

    Returns
    -------
    str
        What is wrong and how to fix it; empty if nothing is.
    """
    for title in _TITLE.findall(text):
        if title not in speech.title and not speech.quotes(title):
            return f"{speech.called}里没有《{title}》；请照原文写全"
    if re.search(r"[《》]", unquoted(_TITLE.sub("", text))):
        return "书名号不成对；请补上另一半"
    return ""
