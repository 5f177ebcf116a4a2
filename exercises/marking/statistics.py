"""How the items did in a class, and how far the scores can be relied on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, pvariance
from typing import Final

from exercises.marking.asked import Asked
from exercises.marking.scoring import Marked

UNANSWERED: Final = "没有作答"
#: Below and above these an item tells little; the usual bounds of classical item analysis.
HARD: Final = 0.3
EASY: Final = 0.95
WEAK: Final = 0.2
#: With fewer people, figures of an item are chance.
FEW_PEOPLE: Final = 20


@dataclass(frozen=True)
class ItemFigures:
    """How an item did.

    Parameters
    ----------
    asked
        The item's question.
    mean
        Mean points.
    difficulty
        Mean points as a share of full marks.
    discrimination
        Correlation of its points with those of the rest of the paper; ``None`` if either
        is the same for all.
    chosen
        How many people chose what, all options first.
    """

    asked: Asked
    mean: float
    difficulty: float
    discrimination: float | None
    chosen: dict[str, int]


@dataclass(frozen=True)
class ClassFigures:
    """How a class did.

    Parameters
    ----------
    people
        How many there are.
    mean, deviation
        Mean and standard deviation of the totals.
    alpha
        Cronbach's alpha; ``None`` if it is not defined.
    error
        Standard error of measurement; ``None`` without alpha.
    items
        Figures by item, in the paper's order.
    """

    people: int
    mean: float
    deviation: float
    alpha: float | None
    error: float | None
    items: tuple[ItemFigures, ...]


def figures_of(marked: Sequence[Marked]) -> ClassFigures:
    """Measure a class that has been marked; it has at least one person."""
    totals = [one.total for one in marked]
    by_item = [list(column) for column in zip(*_points(marked), strict=True)]
    spread = pvariance(totals)
    alpha = cronbach(by_item)
    return ClassFigures(
        people=len(marked),
        mean=fmean(totals),
        deviation=sqrt(spread),
        alpha=alpha,
        error=None if alpha is None else sqrt(spread * max(0.0, 1 - alpha)),
        items=tuple(
            _figures(place, points, totals, marked) for place, points in enumerate(by_item)
        ),
    )


def cronbach(by_item: Sequence[Sequence[float]]) -> float | None:
    """Give Cronbach's alpha of scores, item by item; ``None`` if it is not defined."""
    size = len(by_item)
    spread = pvariance([sum(scores) for scores in zip(*by_item, strict=True)])
    if size < 2 or not spread:  # ruff: ignore[magic-value-comparison] (one item has no parts)
        return None
    alpha: float = size / (size - 1) * (1 - sum(map(pvariance, by_item)) / spread)
    return alpha


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Give Pearson's correlation; ``None`` if either is the same throughout."""
    mean, other_mean = fmean(one), fmean(other)
    spread = sqrt(pvariance(one, mean) * pvariance(other, other_mean))
    if not spread:
        return None
    return fmean((a - mean) * (b - other_mean) for a, b in zip(one, other, strict=True)) / spread


def remarks(figures: ItemFigures) -> list[str]:
    """Say why an item should be looked at; nothing if it need not."""
    said = []
    discrimination = figures.discrimination
    if figures.difficulty < HARD:
        said.append(f"难度 {figures.difficulty:.2f}，低于 {HARD}：太难，或答案、题干有问题")
    if figures.difficulty > EASY:
        said.append(f"难度 {figures.difficulty:.2f}，高于 {EASY}：几乎人人得分，分不出高低")
    if discrimination is not None and discrimination < 0:
        said.append(f"区分度 {discrimination:.2f}，是负的：得分高的反而容易错，先核对答案")
    elif discrimination is not None and discrimination < WEAK:
        said.append(f"区分度 {discrimination:.2f}，低于 {WEAK}：与全卷的得分关系不大")
    labels = figures.asked.reader.labels
    # Only of one letter: elsewhere what is chosen rarely is often rightly left.
    if labels and len(figures.asked.rubric.slots) == 1 and all(map(_is_letter, labels)):
        unchosen = [label for label in labels if not figures.chosen[label]]
        if unchosen:
            said.append(f"没有人选 {'、'.join(unchosen)}：这样的选项不起作用")
        right = figures.asked.rubric.right_response()
        key = next((r for r in labels if _is_right(figures.asked, r, right)), "")
        most = max(labels, key=lambda label: figures.chosen[label])
        if key and figures.chosen[most] > figures.chosen[key]:
            said.append(f"选 {most} 的比选正确项 {key} 的还多：核对答案，或讲评这一题")
    return said


def _is_letter(label: str) -> bool:
    return len(label) == 1 and label.isascii()


def _is_right(asked: Asked, label: str, right: dict[str, str]) -> bool:
    return asked.reader.read(label).response == right


def _points(marked: Sequence[Marked]) -> list[list[float]]:
    return [[result.earned for result in one.results] for one in marked]


def _figures(
    place: int, points: Sequence[float], totals: Sequence[float], marked: Sequence[Marked]
) -> ItemFigures:
    asked = marked[0].results[place].asked
    rest = [total - own for total, own in zip(totals, points, strict=True)]
    readings = [one.results[place].reading for one in marked]
    counted = Counter(label for reading in readings for label in reading.chosen)
    chosen = {label: counted.pop(label, 0) for label in asked.reader.labels}
    chosen |= dict(counted.most_common())
    chosen[UNANSWERED] = sum(not reading.chosen for reading in readings)
    mean = fmean(points)
    return ItemFigures(asked, mean, mean / asked.points, correlation(points, rest), chosen)
