"""A generated text of any length, in which all sentences differ."""

from __future__ import annotations

from itertools import product
from typing import Final, NamedTuple

#: Number of paragraphs in a chapter, and of sentences in a paragraph.
PARAGRAPHS: Final = 8
SENTENCES: Final = 5

_WHO: Final = ("木匠", "渔夫", "农人", "牧童", "塾师", "药师", "船工", "织女", "铁匠", "园丁")
_WHEN: Final = ("清早", "午后", "傍晚", "雨天", "雪后", "春初", "秋末", "集日")
_WHAT: Final = ("磨好刀斧", "理清丝线", "看过水色", "辨明草性", "备足柴薪", "修补竹篱", "翻晒谷种")
_WHY: Final = ("免得临时忙乱", "好让后来的人省力", "以防天气忽变", "才能把活做得细致")
_MADE: Final = tuple(product(_WHO, _WHEN, _WHAT, _WHY))
#: Coprime to the number of combinations, so that the step visits all of them.
_STEP: Final = 37


class Sentence(NamedTuple):
    """A sentence, numbered from 1, and its words that items ask for."""

    number: int
    id: str
    who: str
    what: str
    text: str


def sentence(place: int) -> Sentence:
    """Return a sentence by its index in the text, from 0."""
    who, when, what, why = _MADE[(place * _STEP) % len(_MADE)]
    paragraph, within = divmod(place, SENTENCES)
    number = place + 1
    text = f"第{number}条说，{who}{when}先{what}，{why}。"
    return Sentence(number, f"p{paragraph + 1:02}.s{within + 1:02}", who, what, text)


def paragraph(place: int) -> str:
    """Return a paragraph by its index in the text, from 0."""
    return "".join(sentence(place * SENTENCES + within).text for within in range(SENTENCES))
