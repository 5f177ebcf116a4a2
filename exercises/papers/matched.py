"""Two comparable papers without common items: a test before and a test after the course.

Items can be paired if they have the same objective and level. How difficult an item is, the bank
does not know before people have answered it, so a pair matches the better, the more similar its
items are in kind and in the number of decisions (the points of their rubrics).

The best matching pairs are chosen first, those of objectives without a pair before others. The seed
decides between equal pairs, and which item of a pair comes in the first test.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from itertools import combinations
from typing import Final, NamedTuple

from exercises.bank import Bank
from exercises.item import LEVELS, Item
from exercises.papers.plan import is_graded
from exercises.papers.sample import normalise_seed
from exercises.papers.shuffle import shuffle

#: How many objectives without a second item are named in the message.
_SHOWN: Final = 10


class UnmatchedError(ValueError):
    """The bank has too few pairs of items; the message names what is missing."""


class Pair(NamedTuple):
    """Two comparable items."""

    before: Item
    after: Item

    @property
    def apart(self) -> tuple[bool, int]:
        """The distance of the two: whether their kinds differ, and the difference in decisions."""
        return (
            self.before.own_label != self.after.own_label,
            abs(self.before.rubric().max - self.after.rubric().max),
        )


def matched(bank: Bank, items: int, seed: str, chapters: Collection[str] = ()) -> list[Pair]:
    """Choose the items of the two papers.

    Parameters
    ----------
    bank
        The bank.
    items
        Number of items on each paper.
    seed
        Any text; the same seed results in the same papers.
    chapters
        Ids of the chapters to draw from; all if empty.

    Returns
    -------
    list of Pair
        As many as requested; no item is in two of them.

    Raises
    ------
    UnmatchedError
        If there are not enough pairs.
    """
    base = f"matched/{normalise_seed(seed)}"
    alike = _alike(bank, chapters)
    candidates = [
        Pair(*(shuffle(both, f"{base}/{both[0].id}/{both[1].id}")))
        for cell in alike.values()
        for both in combinations(sorted(cell, key=lambda item: item.id), 2)
    ]
    left = shuffle(candidates, base)
    chosen: list[Pair] = []
    objectives: Counter[str] = Counter()
    used: set[str] = set()
    while left and len(chosen) < items:
        best = min(left, key=lambda pair: (objectives[pair.before.objective], pair.apart))
        chosen.append(best)
        objectives[best.before.objective] += 1
        used |= {best.before.id, best.after.id}
        left = [pair for pair in left if not used & {pair.before.id, pair.after.id}]
    if len(chosen) < items:
        raise UnmatchedError(_lacking(alike, items, len(chosen)))
    return chosen


def _alike(bank: Bank, chapters: Collection[str]) -> dict[tuple[str, str], list[Item]]:
    """Group the graded items by objective and level."""
    alike: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for chapter in bank.chapters:
        if not chapters or chapter.id in chapters:
            for item in filter(is_graded, chapter.items):
                alike[item.objective, item.level].append(item)
    return alike


def _lacking(alike: dict[tuple[str, str], list[Item]], wanted: int, found: int) -> str:
    single = list(_single(alike))
    shown = "；".join(single[:_SHOWN]) + (f"等 {len(single)} 处" if len(single) > _SHOWN else "")
    return (
        f"训前、训后两份卷各要 {wanted} 道题，题库里只配得出 {found} 对"
        "（同一项学习目标、同一个认知层次，各一道，不重复）；"
        f"请减少题数、放宽章的范围，或者补题。只有一道题、配不成对的：{shown or '无'}"
    )


def _single(alike: dict[tuple[str, str], list[Item]]) -> Iterator[str]:
    for (objective, level), items in sorted(alike.items()):
        if len(items) == 1:
            yield f"{objective} 的{next(name for key, name in LEVELS.items() if key == level)}题"
