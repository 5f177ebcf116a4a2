"""The first exercises of a new course: valid, but meant to be replaced.

The program does not understand the text, so the exercises ask only what can be asked about any
text: to fill in words of a sentence, or, rated by learners themselves, to say what was read in
one's own words, and to apply it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from exercises.rules.levels import apply_share, understand_share
from publishing.scaffold.chapters import Chapter
from publishing.scaffold.gap_finding import FoundGap, Told, find_gap
from speech import Paragraph

_MOST_SOURCES: Final = 6

FILL: Final = "fill"
EXPLAIN: Final = "explain"
APPLY: Final = "apply"
_FILL_STEM: Final = "下面这句话里缺了几个字。想想原文，选出合适的补上。"
_TYPE_STEM: Final = "下面这句话里缺了几个字。想想原文，把它们写出来。"
_SECTION: Final = "这一节"
_CHAPTER: Final = "这一章"
#: The stems of short answers, by form and by what they ask about.
_STEMS: Final = {
    (EXPLAIN, _SECTION): "合上原文，用自己的话说说这一节的大意。",
    (APPLY, _SECTION): "联系自己遇到的一件事，说说这一节的话可以怎样用上。",
    (APPLY, _CHAPTER): "联系自己的工作或学习，用几句话说说这一章对你有什么用处。",
}
_FOUND: Final = (
    "说清了原文讲的是哪件事",
    "回到所注的各句读一遍：写下的事，应当能在{here}的原文里找到。",
)
#: The points of short answers with their feedback, by form.
_POINTS: Final = {
    EXPLAIN: (
        _FOUND,
        (
            "换了自己的说法，没有照抄",
            "合上书还能换一种说法讲出来，才算读懂；照抄原句，不算写到这一点。",
        ),
    ),
    APPLY: (
        _FOUND,
        (
            "举出了一件自己遇到的事，说明怎样用上",
            "所举的事要具体，并且对得上原文的话；只说有启发，不算写到这一点。",
        ),
    ),
}
_LEVELS: Final = {EXPLAIN: "understand", APPLY: "apply"}


@dataclass(frozen=True)
class Made:
    """A generated item.

    Parameters
    ----------
    id
        Its id.
    form
        :data:`FILL`, :data:`EXPLAIN` or :data:`APPLY`.
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
        application. As many sections as the rules on levels allow have an item on understanding: it
        asks for words of one of their sentences or, if none is suitable, for what they say.
    """
    every = [paragraph for chapter in chapters for paragraph in chapter.paragraphs]
    told = Told([_FILL_STEM, _TYPE_STEM, *_STEMS.values(), *_stock_points()])
    understood = _dealt(chapters)
    made = {}
    for chapter in chapters:
        near = [*chapter.paragraphs, *every]
        sections = []
        for place, section in enumerate(chapter.sections, start=1):
            if not next(understood):
                item = _short(chapter, APPLY, section.paragraphs, place)
            elif gap := find_gap(section.paragraphs, near, told):
                item = _fill(f"{chapter.id}-{FILL}-{place}", gap)
            else:
                item = _short(chapter, EXPLAIN, section.paragraphs, place)
            sections.append(item)
        last = _short(chapter, APPLY, chapter.paragraphs)
        made[chapter.id] = ChapterItems(tuple(sections), last)
    return made


def _dealt(chapters: Sequence[Chapter]) -> Iterator[bool]:
    """Yield for each section of the course whether its item is on understanding, evenly spread."""
    sections = sum(len(chapter.sections) for chapter in chapters)
    wanted = min(sections, _understood(sections + len(chapters)))
    for place in range(sections):
        yield (place + 1) * wanted // sections > place * wanted // sections


def _understood(total: int) -> int:
    """Return how many items are on understanding; the others are on application.

    Few items may all be on understanding but for the least share on application. For many, it is
    the middle of what the rules allow, so that the author's first changes break no rule.
    """
    share = understand_share.bound
    if total < share["fewest"]:
        return total - math.ceil(total * apply_share.bound["small"])
    return round(total * (share["least"] + share["most"]) / 2)


def _stock_points() -> Iterator[str]:
    for points in _POINTS.values():
        for text, _ in points:
            yield text


def _short(
    chapter: Chapter, form: str, paragraphs: Sequence[Paragraph], place: int | None = None
) -> Made:
    """Make a short answer on a section, or without a place on the whole chapter."""
    here = _CHAPTER if place is None else _SECTION
    source = [paragraph.sentences[0].id for paragraph in paragraphs[:_MOST_SOURCES]]
    data = {
        "kind": "short",
        "level": _LEVELS[form],
        "source": source,
        "stem": _STEMS[form, here],
        "points": [
            {"text": text, "source": source, "feedback": feedback.format(here=here)}
            for text, feedback in _POINTS[form]
        ],
    }
    number = "" if place is None else f"-{place}"
    return Made(f"{chapter.id}-{form}{number}", form, here, data)


def _fill(item_id: str, gap: FoundGap) -> Made:
    sentence = gap.sentence
    data: dict[str, Any] = {
        "kind": "cloze",
        "level": "understand",
        "source": [sentence.id],
        "stem": _FILL_STEM if gap.distractors else _TYPE_STEM,
        "text": sentence.text.replace(gap.answer, "{1}"),
        "gaps": [
            {
                "answer": gap.answer,
                "feedback": f"这句话是原文的{sentence.label}。回到那里，连同前后的话再读一遍。",
            }
        ],
        "words": gap.distractors,
        "hint": "想一想这句话的前后说了什么。",
    }
    return Made(item_id, FILL, sentence.label, data)
