"""Whether a statement of ours has to do with the sentences that it cites: they share words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_HAN: Final = re.compile(r"[\u3400-\u9fff]+")
#: Nearly every content word of written Chinese has two characters or more.
_LENGTH: Final = 2
#: Pairs that stand in any text and say nothing of what it is about.
_SAY_NOTHING: Final = frozenset({
    *("一个", "一些", "一方", "这里", "这一", "这些", "这个", "这样", "那里", "其中", "他们"),
    *("的是", "是对", "不是", "就是", "也是", "都是", "而是", "还是", "说的", "说到", "也说"),
    *("对的", "和对", "的工", "的要", "作的", "方面", "有的", "没有", "可以", "进行", "通过"),
})


def shares_words(text: str, sentences: Iterable[str], called: str) -> bool:
    """Tell whether a text shares a content word with one of some sentences.

    Parameters
    ----------
    text
        A statement of ours.
    sentences
        The words of the sentences on which it rests.
    called
        What the course calls its text, which is no content word.
    """
    cited = set().union(*(_pairs(sentence) for sentence in sentences))
    return bool((_pairs(text) & cited) - _SAY_NOTHING - {called})


def _pairs(text: str) -> set[str]:
    """Give all runs of two Han characters of a text."""
    return {
        run[start : start + _LENGTH]
        for run in _HAN.findall(text)
        for start in range(len(run) - _LENGTH + 1)
    }
