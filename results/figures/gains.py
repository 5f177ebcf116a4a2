"""The figures of before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exercises.marking.moments import spread_of
from results.analysis import SHARE
from results.figures.row import Row


@dataclass(frozen=True)
class Gain:
    """Those who did two papers.

    Parameters
    ----------
    before, after
        The papers.
    people
        How many did both.
    first, second
        Mean shares.
    deviation
        Standard deviation of the gains.
    better, worse
        How many gained, and lost.
    objectives
        Shares by objective in both, as far as both ask it.
    """

    before: str
    after: str
    people: int
    first: float
    second: float
    deviation: float
    better: int
    worse: int
    objectives: tuple[tuple[str, float, float], ...]


def gain(
    papers: tuple[str, str], sums: Row, rows: Iterable[Row], objective_of: Mapping[str, str]
) -> Gain | None:
    """Make the figures of before and after; ``None`` if nobody did both.

    Parameters
    ----------
    papers
        Before and after.
    sums, rows
        Of :func:`results.analysis.both_papers` and :func:`results.analysis.of_both`.
    objective_of
        Each item's objective.
    """
    size = sums["n"]
    if not size:
        return None
    shares: dict[tuple[str, str], tuple[int, int]] = {}
    for row in rows:
        key = objective_of[row["item"]], row["paper"]
        earned, most = shares.get(key, (0, 0))
        shares[key] = earned + row["earned"], most + row["most"]
    before, after = papers
    both = sorted(
        {one for one, paper in shares if paper == before}
        & {one for one, paper in shares if paper == after}
    )
    return Gain(
        before,
        after,
        size,
        sums["before"] / size / SHARE,
        sums["after"] / size / SHARE,
        spread_of(size, sums["after"] - sums["before"], sums["gains"]) ** 0.5 / SHARE,
        sums["better"],
        sums["worse"],
        tuple((one, _share(shares[one, before]), _share(shares[one, after])) for one in both),
    )


def _share(sums: tuple[int, int]) -> float:
    return sums[0] / sums[1] if sums[1] else 0.0
