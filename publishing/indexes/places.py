"""Where an entry's words stand, found by looking through the display text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from speech import Paragraph, Sentence, Speech


@dataclass(frozen=True)
class Place:
    """One place of some words in the speech.

    Parameters
    ----------
    sentence
        The sentence.
    start, stop
        Where they begin and end in its display text.
    """

    sentence: Sentence
    start: int
    stop: int


def spans(text: str, forms: Iterable[str]) -> list[tuple[int, int]]:
    """Find all places of any of some words in a text.

    Parameters
    ----------
    text
        The text.
    forms
        The words. Where one holds another, the longer counts.

    Returns
    -------
    list of (int, int)
        Start and end of each place, in order, without overlaps.
    """
    found: list[tuple[int, int]] = []
    for form in sorted(forms, key=len, reverse=True):
        start = text.find(form)
        while start >= 0:
            stop = start + len(form)
            if all(stop <= other_start or other_stop <= start for other_start, other_stop in found):
                found.append((start, stop))
            start = text.find(form, start + 1)
    return sorted(found)


def places(speech: Speech, forms: Iterable[str]) -> Iterator[Place]:
    """Find all places of any of some words in the speech, in order.

    Parameters
    ----------
    speech
        The speech.
    forms
        The words.

    Yields
    ------
    Place
        Each place once.
    """
    forms = tuple(forms)
    for paragraph in speech.paragraphs:
        for start, stop in spans(paragraph.text, forms):
            yield _place(paragraph, start, stop)


def _place(paragraph: Paragraph, start: int, stop: int) -> Place:
    """Tell in which sentence a place of a paragraph lies."""
    before = 0
    for sentence in paragraph.sentences:
        if start < before + len(sentence.text):
            return Place(sentence, start - before, stop - before)
        before += len(sentence.text)
    raise AssertionError("a place beyond its paragraph")
