"""Where one sentence of the speech ends and the next begins."""

from __future__ import annotations

import re
from typing import Final

#: A sentence ends after 。！？ and any closing mark that follows. It also ends
#: after the colon that opens an enumeration (…特点：一是…): the speech's long
#: paragraphs can then be split, cited and asked about point by point.
_END: Final = re.compile(r"[。！？][”’）》]*|：(?=一是)")


def split_sentences(text: str) -> tuple[str, ...]:
    """Split a paragraph's display text into sentences.

    Parameters
    ----------
    text
        Display text of one paragraph.

    Returns
    -------
    tuple of str
        Sentences with their closing marks. Joined, they are `text` again.
    """
    sentences: list[str] = []
    start = 0
    for match in _END.finditer(text):
        sentences.append(text[start : match.end()])
        start = match.end()
    if start < len(text):
        sentences.append(text[start:])
    return tuple(sentences)
