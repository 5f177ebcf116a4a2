"""Check that an editorial statement shares words with the sentences that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_HAN: Final = re.compile(r"[\u3400-\u9fff]+")
#: Nearly all content words of written Chinese have at least two characters.
_LENGTH: Final = 2
#: Pairs of characters that occur in any text and carry no meaning of their own.
_SAY_NOTHING: Final = frozenset({
    *("一个", "一些", "一方", "这里", "这一", "这些", "这个", "这样", "那里", "其中", "他们"),
    *("的是", "是对", "不是", "就是", "也是", "都是", "而是", "还是", "说的", "说到", "也说"),
    *("对的", "和对", "的工", "的要", "作的", "方面", "有的", "没有", "可以", "进行", "通过"),
})


def shares_words(text: str, sentences: Iterable[str], called: str) -> bool:
    """Check whether a text shares a content word with at least one of the given sentences.

    Parameters
    ----------
    text
        An editorial statement.
    sentences
        Texts of the sentences on which it rests.
    called
        What the course calls its text; this word does not count.
    """
    cited = set().union(*(_pairs(sentence) for sentence in sentences))
    return bool((_pairs(text) & cited) - _SAY_NOTHING - {called})


def _pairs(text: str) -> set[str]:
    """Return all pairs of adjacent Han characters in a text."""
    return {
        run[start : start + _LENGTH]
        for run in _HAN.findall(text)
        for start in range(len(run) - _LENGTH + 1)
    }
