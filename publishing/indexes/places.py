"""Find where the words of an index entry occur in the display text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from speech import Paragraph, Sentence, Speech


@dataclass(frozen=True)
class Place:
    """One occurrence of some words in the speech.

    Parameters
    ----------
    sentence
        The sentence in which it begins.
    start, stop
        Its span in the sentence's display text.
    """

    sentence: Sentence
    start: int
    stop: int


def spans(text: str, forms: Iterable[str]) -> list[tuple[int, int]]:
    """Find all occurrences of any of the given forms in a text.

    Parameters
    ----------
    text
        The text.
    forms
        The forms of words. If one contains another, the longer one takes precedence.

    Returns
    -------
    list of (int, int)
        Start and end of each occurrence, in order, without overlaps.
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
    """Find all occurrences of any of the given forms in the speech, in order.

    Parameters
    ----------
    speech
        The speech.
    forms
        The forms of words.

    Yields
    ------
    Place
        Each occurrence once.
    """
    forms = tuple(forms)
    for paragraph in speech.paragraphs:
        for start, stop in spans(paragraph.text, forms):
            yield _place(paragraph, start, stop)


def _place(paragraph: Paragraph, start: int, stop: int) -> Place:
    """Convert a span of a paragraph to a place in a sentence."""
    before = 0
    for sentence in paragraph.sentences:
        if start < before + len(sentence.text):
            return Place(sentence, start - before, stop - before)
        before += len(sentence.text)
    raise AssertionError("a place beyond its paragraph")
