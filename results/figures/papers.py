"""The figures of papers: how many, how well, how reliable, and by unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from exercises.marking.moments import alpha_of, spread_of
from results.analysis import BUCKETS
from results.coding import POINT
from results.figures.row import Row

#: Groups of fewer people are not shown singly.
SMALL: Final = 5


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


def reliability(
    by_item: Iterable[Row], by_paper: Iterable[Row]
) -> dict[str, tuple[int, float | None, float | None]]:
    """Give for each paper who did all of it, its alpha and its standard error in points.

    Parameters
    ----------
    by_item, by_paper
        Of :func:`results.analysis.items` and :func:`results.analysis.whole_papers`.
    """
    spreads: dict[str, list[tuple[str, float]]] = {}
    for row in by_item:
        if row["whole_n"]:
            spread = spread_of(row["whole_n"], row["whole_x"], row["whole_xx"])
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
    named = sorted((row for row in rows if row["unit"]), key=lambda row: (-row["n"], row["unit"]))
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
