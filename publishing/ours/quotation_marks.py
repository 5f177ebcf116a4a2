"""Check the marks in a text of ours on a page, without anything that builds pages."""

from __future__ import annotations

from typing import Final

from exercises.quoting import quotations, stray_marks, unknown_title, without_names
from speech import Speech

#: Remains of Markdown markup that the parser did not recognise.
_MARKS: Final = ("**", "~~", "](")


def faulty_marks(text: str, speech: Speech) -> str:
    """Check the marks of a text, whatever it quotes.

    Parameters
    ----------
    text
        The text as readers see it.
    speech
        The speech; its own names may have any marks.

    Returns
    -------
    str
        What is wrong and how to fix it; empty if nothing is.
    """
    own = without_names(text, speech)
    if problem := stray_marks(own) or unknown_title(own, speech):
        return problem
    if mark := next((mark for mark in _MARKS if mark in own), ""):
        return f"记号 {mark} 会照样显示；加重请写作 **词**，前后成对，别的记号请删去"
    return ""


def unsupported(text: str, speech: Speech) -> str:
    """Check a text that cites nothing: its marks, and whether the speech has what it quotes.

    Parameters
    ----------
    text
        The text as readers see it.
    speech
        The speech.

    Returns
    -------
    str
        What is wrong and how to fix it; empty if nothing is.
    """
    if problem := faulty_marks(text, speech):
        return problem
    wrong = next((words for words in quotations(text) if not speech.quotes(words)), None)
    return misquoted(wrong, speech) if wrong is not None else ""


def misquoted(words: str, speech: Speech) -> str:
    """Say that the speech does not have some quoted words, and how to fix it."""
    return f"引文“{words}”与{speech.called}原文不符；请照原文改正，或去掉引号"
