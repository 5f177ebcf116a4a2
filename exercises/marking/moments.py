"""The statistics of classical item analysis, computed from sums.

The sums of a class are computed in Python, those of a country in a database (`results`); the
formulas are the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from typing import Final

#: The usual bounds of classical item analysis; items outside them discriminate little.
HARD: Final = 0.3
EASY: Final = 0.95
WEAK: Final = 0.2
#: With fewer people an item's statistics are mostly chance.
FEW_PEOPLE: Final = 20


def spread_of(size: int, total: float, squares: float) -> float:
    """Return the variance of numbers from their count, sum and sum of squares.

    Parameters
    ----------
    size, total, squares
        The sums; whole numbers are summed without loss.
    """
    return max(0.0, (size * squares - total * total) / (size * size))


def correlation_of(  # ruff: ignore[too-many-positional-arguments, too-many-arguments] (the six sums)
    size: int, x: float, y: float, xx: float, yy: float, xy: float
) -> float | None:
    """Return Pearson's correlation from sums; ``None`` if either variable is constant.

    Parameters
    ----------
    size
        Number of pairs.
    x, y, xx, yy, xy
        Sums of both variables, of their squares and of their products.
    """
    if not size:
        return None
    spread = spread_of(size, x, xx) * spread_of(size, y, yy)
    if not spread:
        return None
    return (size * xy - x * y) / (size * size) / sqrt(spread)


def alpha_of(spreads: Iterable[float], spread: float) -> float | None:
    """Return Cronbach's alpha; ``None`` if it is not defined.

    Parameters
    ----------
    spreads
        Variances of the items.
    spread
        Variance of the totals.
    """
    parts = list(spreads)
    size = len(parts)
    if size < 2 or not spread:  # ruff: ignore[magic-value-comparison] (one item has no parts)
        return None
    return size / (size - 1) * (1 - sum(parts) / spread)


def level_remarks(difficulty: float, discrimination: float | None) -> list[str]:
    """Return remarks on an item that needs review because of its statistics.

    Parameters
    ----------
    difficulty, discrimination
        The statistics.
    """
    said = []
    if difficulty < HARD:
        said.append(f"难度 {difficulty:.2f}，低于 {HARD}：太难，或答案、题干有问题")
    if difficulty > EASY:
        said.append(f"难度 {difficulty:.2f}，高于 {EASY}：几乎人人得分，分不出高低")
    if discrimination is not None and discrimination < 0:
        said.append(f"区分度 {discrimination:.2f}，是负的：得分高的反而容易错，先核对答案")
    elif discrimination is not None and discrimination < WEAK:
        said.append(f"区分度 {discrimination:.2f}，低于 {WEAK}：与全卷的得分关系不大")
    return said
