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
#: Within 《》, a title is marked by 〈〉 (GB/T 15834).
_INNER: Final = str.maketrans("《》", "〈〉")
_OUTER: Final = str.maketrans("〈〉", "《》")
#: What an author must not write, or not in any way, but the text's title may have.
_MARKED: Final = re.compile(r"[“”\"「」『』‘’＂＇《》〈〉]|\]\(|[*~]")


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
    """Check that the titles in a text occur in the speech, in its title or in its publisher's name.

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
        if not _is_known(title, speech):
            return f"{speech.called}里没有《{title}》；请照原文写全"
    if re.search(r"[《》]", unquoted(_TITLE.sub("", text))):
        return "书名号不成对；请补上另一半"
    return ""


def _is_known(title: str, speech: Speech) -> bool:
    forms = {title, title.translate(_OUTER)}
    return any(speech.quotes(form) or form in speech.publisher for form in forms)


def titled(title: str) -> str:
    """Return a title in 《》, which become 〈〉 within it."""
    return title if _TITLE.fullmatch(title) else f"《{title.translate(_INNER)}》"


def without_names(text: str, speech: Speech) -> str:
    """Return an author's text without the names of the speech, whose marks are not the author's.

    Parameters
    ----------
    text
        The text.
    speech
        The speech it is about.

    Returns
    -------
    str
        The text without the title and the publisher, if they have marks that an author's text is
        checked for. A text that is a heading of the speech, possibly after a chapter's number and
        an ideographic space, has nothing left but the number.
    """
    number, _, name = text.rpartition("\u3000")
    if name and speech.heads(name):
        return number
    for own in (titled(speech.title), speech.title, speech.publisher):
        if _MARKED.search(own):
            text = text.replace(own, "")
    return text
