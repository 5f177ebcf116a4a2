"""Find words of the text that learners can fill in, whatever the text says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from exercises.gaps.gap import with_neighbours
from exercises.normalise import normalise
from exercises.rules.giveaways import longest_run, told_before
from speech import Paragraph, Sentence

#: Length of a gap: long enough to be worth a thought, short enough to be an option.
_SHORTEST_GAP, _LONGEST_GAP = 2, 10
_SHORTEST_TEXT, _LONGEST_TEXT = 10, 90
_DISTRACTORS: Final = 3
#: Maximum difference in length between the answer and a distractor.
_UNLIKE: Final = 2
#: A whole clause: "3月份检查了12个社区" has no clause "月份检查了".
_CLAUSE: Final = re.compile(r"(?<![\w%])[\u3400-\u9fff]+(?![\w%])")
#: Characters with a special meaning in the text of a cloze.
_MARKUP: Final = re.compile(r"[{}*]|……")


@dataclass(frozen=True)
class FoundGap:
    """Words of a sentence to be filled in.

    Parameters
    ----------
    sentence
        The sentence.
    answer
        The words.
    distractors
        Words of other sentences to choose from; empty if there are too few of similar length.
    """

    sentence: Sentence
    answer: str
    distractors: tuple[str, ...]


class Told:
    """What learners have been told by the items before: no answer may be among it.

    Parameters
    ----------
    texts
        Texts that items repeat.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._text = "\n".join(map(normalise, texts))

    def add(self, sentence: Sentence, answer: str) -> None:
        """Remember an answer."""
        self._text = "\n".join([self._text, *_telling(sentence, answer)])

    def tells(self, sentence: Sentence, answer: str) -> bool:
        """Check whether an answer, or too long a run of it, has been told."""
        shortest = int(told_before.bound["shortest"])
        return answer in self._text or any(
            longest_run(words, shortest, self._text) for words in _telling(sentence, answer)
        )


def find_gap(
    paragraphs: Sequence[Paragraph], near: Sequence[Paragraph], told: Told
) -> FoundGap | None:
    """Choose words of some paragraphs to be filled in, and remember them as told.

    Parameters
    ----------
    paragraphs
        The paragraphs.
    near
        Paragraphs to take distractors from, the preferred ones first.
    told
        What the items before have told.

    Returns
    -------
    FoundGap or None
        None if no sentence has a suitable clause that has not been told.
    """
    gaps = sorted(_gaps(paragraphs), key=lambda gap: _worth(*gap), reverse=True)
    for sentence, answer in gaps:
        if not told.tells(sentence, answer):
            told.add(sentence, answer)
            return FoundGap(sentence, answer, tuple(_distractors(sentence, answer, near)))
    return None


def _telling(sentence: Sentence, answer: str) -> list[str]:
    """Return an answer as the rules on giveaways search for it: with its neighbours if short."""
    start = sentence.text.index(answer)
    return [*map(normalise, with_neighbours(sentence.text, start, start + len(answer)))]


def _gaps(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Sentence, str]]:
    """Yield the whole clauses that may become a gap in a sentence."""
    for sentence in chain.from_iterable(each.sentences for each in paragraphs):
        if len(sentence.text) > _LONGEST_TEXT or _MARKUP.search(sentence.text):
            continue
        for clause in _clauses(sentence.text):
            if sentence.text.count(clause) == 1 and len(sentence.text) > len(clause) + 1:
                yield sentence, clause


def _clauses(text: str) -> list[str]:
    """Return the runs of Chinese characters that have a suitable length."""
    return [run for run in _CLAUSE.findall(text) if _SHORTEST_GAP <= len(run) <= _LONGEST_GAP]


def _worth(sentence: Sentence, answer: str) -> tuple[bool, bool, int]:
    """Rate a gap: preferably in a longer sentence, not at its beginning, about six characters."""
    fair = len(sentence.text) - len(answer) >= _SHORTEST_TEXT
    later = not sentence.text.startswith(answer)
    return fair, later, -abs(len(answer) - 6)


def _distractors(sentence: Sentence, answer: str, near: Sequence[Paragraph]) -> list[str]:
    """Find clauses of similar length in other sentences; none if there are too few."""
    found: dict[str, None] = {}
    for paragraph in near:
        for clause in _clauses(paragraph.text):
            alike = abs(len(clause) - len(answer)) <= _UNLIKE
            if alike and clause not in sentence.text and answer not in clause:
                found[clause] = None
        if len(found) >= _DISTRACTORS:
            return list(found)[:_DISTRACTORS]
    return []
