"""The figures of classical item analysis from sums: defined once, however the sums are made.

A class is summed up here in Python, a country by a database (`results`); both give the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from typing import Final

#: Below and above these an item tells little; the usual bounds of classical item analysis.
HARD: Final = 0.3
EASY: Final = 0.95
WEAK: Final = 0.2
#: With fewer people, figures of an item are chance.
FEW_PEOPLE: Final = 20


def spread_of(size: int, total: float, squares: float) -> float:
    """Give the variance of numbers by their count, their sum and that of their squares.

    Parameters
    ----------
    size, total, squares
        The sums; whole numbers lose nothing on the way.
    """
    return max(0.0, (size * squares - total * total) / (size * size))


def correlation_of(  # ruff: ignore[too-many-positional-arguments, too-many-arguments] (the six sums)
    size: int, x: float, y: float, xx: float, yy: float, xy: float
) -> float | None:
    """Give Pearson's correlation by the sums; ``None`` if either is the same throughout.

    Parameters
    ----------
    size
        How many pairs.
    x, y, xx, yy, xy
        Sums of both, of their squares and their products.
    """
    if not size:
        return None
    spread = spread_of(size, x, xx) * spread_of(size, y, yy)
    if not spread:
        return None
    return (size * xy - x * y) / (size * size) / sqrt(spread)


def alpha_of(spreads: Iterable[float], spread: float) -> float | None:
    """Give Cronbach's alpha; ``None`` if it is not defined.

    Parameters
    ----------
    spreads
        Variance of each item.
    spread
        Variance of the totals.
    """
    parts = list(spreads)
    size = len(parts)
    if size < 2 or not spread:  # ruff: ignore[magic-value-comparison] (one item has no parts)
        return None
    return size / (size - 1) * (1 - sum(parts) / spread)


def level_remarks(difficulty: float, discrimination: float | None) -> list[str]:
    """Say why an item should be looked at by its two figures; nothing if it need not.

    Parameters
    ----------
    difficulty, discrimination
        The figures.
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
