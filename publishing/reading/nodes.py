"""Doctree nodes of the speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from docutils import nodes

from course.counting import Counting
from speech import Sentence


class speech_run(nodes.General, nodes.Element):
    """A run of the speech.

    Attributes: ``primary`` (whether this is the sentences' primary location), ``anchored`` (whether
    citations link here although it is not).
    """


class speech_heading(nodes.General, nodes.TextElement):
    """A heading of the speech, in the full text."""


class speech_places(nodes.General, nodes.Element):
    """In print, instead of the full text: a table of where each paragraph is.

    Contains a :class:`speech_heading` for each heading of the text and a :class:`speech_place` for
    each paragraph.
    """


class speech_place(nodes.Part, nodes.Element):
    """A row for a paragraph, with references to its first and last sentence.

    Attributes: ``paragraph`` (its number), ``opening`` (its first words).
    """


class speech_part(nodes.Part, nodes.TextElement):
    """Consecutive sentences of one paragraph, set as a block.

    Attributes: ``paragraph`` (number from 1), ``opens`` (whether it begins the
    paragraph), ``numbered`` (whether its number is shown).
    """


class speech_sentence(nodes.Inline, nodes.TextElement):
    """A sentence. Attribute ``sentence``: its id; its HTML id is in ``ids``."""


class speech_quotation(nodes.Inline, nodes.TextElement):
    """A sentence repeated outside its primary location, taken from the speech and not typed.

    No link leads to it, and it does not count as shown. Attribute ``sentence``: its id.
    """


def quotation_of(sentence: Sentence, words: Sequence[str] = ()) -> speech_quotation:
    """Make a node that repeats a sentence outside its primary location.

    Parameters
    ----------
    sentence
        The sentence.
    words
        Words in it to emphasise.
    """
    quotation = speech_quotation("", "", sentence=sentence.id)
    longest_first = sorted(words, key=len, reverse=True)
    pattern = "|".join(re.escape(word) for word in longest_first)
    parts = re.split(f"({pattern})", sentence.text) if words else [sentence.text]
    for place, part in enumerate(parts):
        if part:
            quotation += nodes.strong("", part) if place % 2 else nodes.Text(part)
    return quotation


def run_of(
    sentences: Sequence[Sentence], counting: Counting, *, primary: bool, anchored: bool = False
) -> speech_run:
    """Make the nodes of a run of sentences.

    Parameters
    ----------
    sentences
        Consecutive sentences of one paragraph.
    counting
        How the text numbers its points: an enumeration is split into a block for each point.
    primary
        Whether this is the sentences' primary location, to which citations link; false in the
        appendix.
    anchored
        Whether citations link here anyway, because no chapter shows these sentences.

    Returns
    -------
    speech_run
        The run, in blocks of one paragraph or one enumerated point each.
    """
    breaks = [
        index
        for index, sentence in enumerate(sentences)
        if index == 0 or (counting.point and counting.point.match(sentence.text))
    ]
    run = speech_run("", primary=primary, anchored=anchored)
    for start, stop in pairwise([*breaks, len(sentences)]):
        run += _part(sentences[start:stop], numbered=start == 0)
    return run


def _part(sentences: Sequence[Sentence], *, numbered: bool) -> speech_part:
    first = sentences[0]
    part = speech_part(
        "", "", paragraph=first.paragraph, opens=first.number == 1, numbered=numbered
    )
    if first.number == 1:
        part["ids"].append(f"p{first.paragraph:02}")
    for sentence in sentences:
        part += speech_sentence("", sentence.text, sentence=sentence.id, ids=[sentence.anchor])
    return part
