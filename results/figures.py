"""Aggregates → figures, in whole numbers to the last step: every engine gives the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import itemgetter
from typing import Any, Final

from exercises.marking.moments import alpha_of, correlation_of, spread_of
from results.analysis import BUCKETS, POINT, SHARE

#: Groups of fewer people are not shown singly.
SMALL: Final = 5
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Chosen:
    """A response that people gave.

    Parameters
    ----------
    response
        As JSON, or as a platform has it.
    people
        How many gave it first.
    points
        What it earned.
    rest
        The mean share that they earned of the rest; ``None`` if they did nothing else.
    """

    response: str
    people: int
    points: float
    rest: float | None


@dataclass(frozen=True)
class ItemFigures:
    """An item of a paper.

    Parameters
    ----------
    paper, item
        Which.
    people
        Whose first answer is known.
    difficulty
        Points of the first answers as a share of what could be had.
    last
        The same of the last answers.
    discrimination
        Correlation of its points with the share of the rest; ``None`` if it is not defined.
    attempts
        Mean number of attempts.
    seconds
        Mean time of the first answer; ``None`` if no source has it.
    chosen
        The most frequent first answers.
    """

    paper: str
    item: str
    people: int
    difficulty: float
    last: float
    discrimination: float | None
    attempts: float
    seconds: float | None
    chosen: tuple[Chosen, ...] = ()


@dataclass(frozen=True)
class Group:
    """Learners of a unit, or of several that are too small to be shown singly."""

    name: str
    people: int
    share: float


@dataclass(frozen=True)
class PaperFigures:
    """A paper, or the exercises of the course.

    Parameters
    ----------
    paper
        Which.
    people
        How many did any of it.
    share
        Points earned as a share of those to be had of what was answered.
    tenths
        People by tenths of the points.
    whole
        How many did all of it.
    alpha, error
        Reliability over these, and the standard error of measurement in points.
    units
        Its units.
    """

    paper: str
    people: int
    share: float
    tenths: tuple[int, ...]
    whole: int
    alpha: float | None
    error: float | None
    units: tuple[Group, ...]


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


def item_figures(rows: Iterable[Row], options: Iterable[Row]) -> list[ItemFigures]:
    """Make the figures of items.

    Parameters
    ----------
    rows, options
        Of :func:`results.analysis.items` and :func:`results.analysis.options`.
    """
    chosen: dict[tuple[str, str], list[Chosen]] = {}
    for row in sorted(options, key=lambda row: (-row["n"], row["response"])):
        rest = row["rest"] / row["rested"] / SHARE if row["rested"] else None
        found = Chosen(row["response"], row["n"], row["earned"] / POINT, rest)
        chosen.setdefault((row["paper"], row["item"]), []).append(found)
    return [
        ItemFigures(
            row["paper"],
            row["item"],
            row["n"],
            row["earned"] / row["most"],
            row["last"] / row["most"],
            _discrimination(row),
            row["attempts"] / row["n"],
            row["ms"] / row["timed"] / 1000 if row["timed"] else None,
            tuple(chosen.get((row["paper"], row["item"]), ())),
        )
        for row in sorted(rows, key=itemgetter("paper", "item"))
    ]


def _discrimination(row: Row) -> float | None:
    if not row["paired"]:
        return None
    return correlation_of(row["paired"], row["x"], row["r"], row["xx"], row["rr"], row["xr"])


def reliability(
    by_item: Iterable[Row], by_paper: Iterable[Row]
) -> dict[str, tuple[int, float | None, float | None]]:
    """Give for each paper who did all of it, its alpha and its standard error in points.

    Parameters
    ----------
    by_item, by_paper
        Of :func:`results.analysis.whole_papers`.
    """
    spreads: dict[str, list[tuple[str, float]]] = {}
    for row in by_item:
        spread = spread_of(row["n"], row["x"], row["xx"])
        spreads.setdefault(row["paper"], []).append((row["item"], spread))
    found = {}
    for row in by_paper:
        spread = spread_of(row["n"], row["x"], row["xx"])
        # In the order of the items: a sum of fractions depends on it.
        alpha = alpha_of((one for _, one in sorted(spreads[row["paper"]])), spread)
        error = None if alpha is None else (spread * max(0.0, 1 - alpha)) ** 0.5 / POINT
        found[row["paper"]] = (row["n"], alpha, error)
    return found


def groups(rows: Sequence[Row], least: int) -> tuple[Group, ...]:
    """Give the units, those that are too small put together.

    Parameters
    ----------
    rows
        Of :func:`results.analysis.units`, of one paper.
    least
        How many people a group must have.
    """
    named = sorted((row for row in rows if row["unit"]), key=lambda row: -row["n"])
    rest = [row for row in rows if not row["unit"]]
    while named and named[-1]["n"] < least:
        rest.append(named.pop())
    # What is left must not be told by subtraction either.
    while rest and named and sum(row["n"] for row in rest) < least:
        rest.append(named.pop())
    shown = [_group(row["unit"], [row]) for row in sorted(named, key=itemgetter("unit"))]
    if named and rest:
        shown.append(_group("其他", rest))
    return tuple(shown)


def _group(name: str, rows: Sequence[Row]) -> Group:
    most = sum(row["most"] for row in rows)
    share = sum(row["earned"] for row in rows) / most if most else 0.0
    return Group(name, sum(row["n"] for row in rows), share)


def paper_figures(
    units: Sequence[Row],
    spread: Iterable[Row],
    reliable: Mapping[str, tuple[int, float | None, float | None]],
    least: int,
) -> list[PaperFigures]:
    """Make the figures of papers.

    Parameters
    ----------
    units, spread
        Of :func:`results.analysis.units` and :func:`results.analysis.spread`.
    reliable
        Of :func:`reliability`.
    least
        How many people a group must have.
    """
    tenths: dict[str, list[int]] = {}
    for row in spread:
        tenths.setdefault(row["paper"], [0] * BUCKETS)[row["tenth"]] += row["n"]
    made = []
    for paper in sorted({row["paper"] for row in units}):
        own = [row for row in units if row["paper"] == paper]
        all_ = _group(paper, own)
        whole, alpha, error = reliable.get(paper, (0, None, None))
        made.append(
            PaperFigures(
                paper,
                all_.people,
                all_.share,
                tuple(tenths.get(paper, [0] * BUCKETS)),
                whole,
                alpha,
                error,
                groups(own, least),
            )
        )
    return made


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


def day(ms: int | None) -> str:
    """Give the day of a moment, as the report shows it.

    Parameters
    ----------
    ms
        Milliseconds since 1970, or ``None``.
    """
    return (
        ""
        if ms is None
        else datetime.fromtimestamp(ms / 1000, UTC).astimezone().strftime("%Y-%m-%d")
    )
