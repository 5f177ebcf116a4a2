"""The first exercises of a new course: valid, but meant to be replaced.

The program does not understand the text, so the exercises ask only what can be asked about any
text: to fill in words of a sentence, and to apply what was read, which learners rate themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

from exercises.normalise import normalise
from publishing.scaffold.chapters import Chapter, Section
from speech import Paragraph, Sentence

#: Every fourth section asks for an application, since a fifth of all items must.
_EACH_APPLIES: Final = 4
#: Length of a gap: long enough to be worth a thought, short enough to be an option.
_SHORTEST_GAP, _LONGEST_GAP = 2, 10
_SHORTEST_TEXT, _LONGEST_TEXT = 10, 90
_DISTRACTORS: Final = 3
#: Maximum difference in length between the answer and a distractor.
_UNLIKE: Final = 2
_MOST_SOURCES: Final = 6
#: A whole clause: "3月份检查了12个社区" has no clause "月份检查了".
_CLAUSE: Final = re.compile(r"(?<![\w%])[\u3400-\u9fff]+(?![\w%])")
#: Characters with a special meaning in the text of a cloze.
_MARKUP: Final = re.compile(r"[{}*]|……")

FILL: Final = "fill"
APPLY: Final = "apply"
_FILL_STEM: Final = "下面这句话里缺了几个字。想想原文，选出合适的补上。"
_TYPE_STEM: Final = "下面这句话里缺了几个字。想想原文，把它们写出来。"
_APPLY_STEM: Final = "联系自己的工作或学习，用几句话说说{here}对你有什么用处。"


@dataclass(frozen=True)
class Made:
    """A generated item.

    Parameters
    ----------
    id
        Its id.
    form
        :data:`FILL` or :data:`APPLY`.
    where
        The place that it asks about, as readers name it, for the comment to the author.
    data
        Its other fields in the bank.
    """

    id: str
    form: str
    where: str
    data: dict[str, Any]


@dataclass(frozen=True)
class ChapterItems:
    """The items of a chapter.

    Parameters
    ----------
    sections
        One item for the end of each section.
    last
        The last item of the chapter.
    """

    sections: tuple[Made, ...]
    last: Made

    @property
    def all(self) -> tuple[Made, ...]:
        """All items in page order."""
        return (*self.sections, self.last)


def make_items(chapters: Sequence[Chapter]) -> dict[str, ChapterItems]:
    """Make the items of all chapters.

    Parameters
    ----------
    chapters
        The chapters.

    Returns
    -------
    dict of str to ChapterItems
        By chapter id: an item for each section, and one for the whole chapter, which asks for an
        application. A section's item asks for words of one of its sentences if any is suitable.
    """
    every = [paragraph for chapter in chapters for paragraph in chapter.paragraphs]
    made = {}
    for chapter in chapters:
        sections = tuple(
            _of_section(chapter, place, section, every)
            for place, section in enumerate(chapter.sections, start=1)
        )
        last = _apply(f"{chapter.id}-{APPLY}", chapter.paragraphs, "这一章")
        made[chapter.id] = ChapterItems(sections, last)
    return made


def _of_section(chapter: Chapter, place: int, section: Section, every: Sequence[Paragraph]) -> Made:
    fill = _fill(f"{chapter.id}-{FILL}-{place}", section, [*chapter.paragraphs, *every])
    if fill is None or place % _EACH_APPLIES == 0:
        return _apply(f"{chapter.id}-{APPLY}-{place}", section.paragraphs, "这一节")
    return fill


def _apply(item_id: str, paragraphs: Sequence[Paragraph], here: str) -> Made:
    source = [paragraph.sentences[0].id for paragraph in paragraphs[:_MOST_SOURCES]]
    data = {
        "kind": "short",
        "level": "apply",
        "source": source,
        "stem": _APPLY_STEM.format(here=here),
        "points": [
            {
                "text": "说清了原文讲的是哪件事",
                "source": source,
                "feedback": f"回到所注的各句读一遍：写下的事，应当能在{here}的原文里找到。",
            },
            {
                "text": "举出了一件自己遇到的事，说明怎样用上",
                "source": source,
                "feedback": "所举的事要具体，并且对得上原文的话；只说有启发，不算写到这一点。",
            },
        ],
    }
    return Made(item_id, APPLY, here, data)


def _fill(item_id: str, section: Section, near: Sequence[Paragraph]) -> Made | None:
    """Make a gap in a sentence of a section; None if no sentence is suitable."""
    best = max(_gaps(section), key=lambda gap: _worth(*gap), default=None)
    if best is None:
        return None
    sentence, answer = best
    words = _distractors(sentence, answer, near)
    data: dict[str, Any] = {
        "kind": "cloze",
        "level": "understand",
        "source": [sentence.id],
        "stem": _FILL_STEM if words else _TYPE_STEM,
        "text": sentence.text.replace(answer, "{1}"),
        "gaps": [
            {
                "answer": answer,
                "feedback": f"这句话是原文的{sentence.label}。回到那里，连同前后的话再读一遍。",
            }
        ],
        "words": words,
        "hint": "想一想这句话的前后说了什么。",
    }
    return Made(item_id, FILL, sentence.label, data)


def _gaps(section: Section) -> Iterator[tuple[Sentence, str]]:
    """Yield the whole clauses that may become a gap in a section's sentences."""
    stems = "".join(map(normalise, (_FILL_STEM, _TYPE_STEM, _APPLY_STEM)))
    for sentence in chain.from_iterable(each.sentences for each in section.paragraphs):
        if len(sentence.text) > _LONGEST_TEXT or _MARKUP.search(sentence.text):
            continue
        for clause in _clauses(sentence.text):
            once = sentence.text.count(clause) == 1
            if once and len(sentence.text) > len(clause) + 1 and clause not in stems:
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
