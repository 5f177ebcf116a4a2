"""Split paragraphs into sentences."""

from __future__ import annotations

import re
from typing import Final

from course.counting import Counting

#: A sentence ends after 。！？ and any closing marks that follow.
_END: Final = r"[。！？][”’）》]*"


def split_sentences(text: str, counting: Counting) -> tuple[str, ...]:
    """Split a paragraph's display text into sentences.

    Parameters
    ----------
    text
        Display text of one paragraph.
    counting
        How the text numbers its points. A sentence also ends at the colon that opens an
        enumeration (…特点：一是…), so that the points of a long paragraph can be cited one by one.

    Returns
    -------
    tuple of str
        Sentences with their closing marks. Joined, they equal `text`.
    """
    sentences: list[str] = []
    start = 0
    first_point = counting.first_point
    end = re.compile(f"{_END}|{first_point.pattern}" if first_point else _END)
    for match in end.finditer(text):
        sentences.append(text[start : match.end()])
        start = match.end()
    if start < len(text):
        sentences.append(text[start:])
    return tuple(sentences)
