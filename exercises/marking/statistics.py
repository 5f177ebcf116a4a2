"""Item statistics of a class, and the reliability of its scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, pvariance
from typing import Final

from exercises.marking.asked import Asked
from exercises.marking.moments import alpha_of, correlation_of, level_remarks
from exercises.marking.scoring import Marked

UNANSWERED: Final = "没有作答"


@dataclass(frozen=True)
class ItemFigures:
    """Statistics of an item.

    Parameters
    ----------
    asked
        The item's question.
    mean
        Mean points.
    difficulty
        Mean points as a share of full marks.
    discrimination
        Correlation of the item's points with those of the rest of the paper; ``None`` if either is
        constant.
    chosen
        How many people chose what; the options come first.
    """

    asked: Asked
    mean: float
    difficulty: float
    discrimination: float | None
    chosen: dict[str, int]


@dataclass(frozen=True)
class ClassFigures:
    """Statistics of a class.

    Parameters
    ----------
    people
        Number of people.
    mean, deviation
        Mean and standard deviation of the totals.
    alpha
        Cronbach's alpha; ``None`` if it is not defined.
    error
        Standard error of measurement; ``None`` without alpha.
    items
        Statistics by item, in the paper's order.
    """

    people: int
    mean: float
    deviation: float
    alpha: float | None
    error: float | None
    items: tuple[ItemFigures, ...]


def figures_of(marked: Sequence[Marked]) -> ClassFigures:
    """Compute the statistics of a marked class of at least one person."""
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
    """Return Cronbach's alpha of the scores by item; ``None`` if it is not defined."""
    spread = pvariance([sum(scores) for scores in zip(*by_item, strict=True)])
    return alpha_of(map(pvariance, by_item), spread)


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Return Pearson's correlation; ``None`` if either variable is constant."""
    return correlation_of(
        len(one),
        sum(one),
        sum(other),
        sum(x * x for x in one),
        sum(y * y for y in other),
        sum(x * y for x, y in zip(one, other, strict=True)),
    )


def remarks(figures: ItemFigures) -> list[str]:
    """Return remarks on an item that needs review; none if it does not."""
    said = level_remarks(figures.difficulty, figures.discrimination)
    labels = figures.asked.reader.labels
    # Only for single letters: elsewhere an option is often rightly not chosen.
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
