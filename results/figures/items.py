"""The figures of items: difficulty, discrimination, what was answered, attempts and time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from exercises.marking.moments import correlation_of
from results.analysis import SHARE
from results.coding import POINT
from results.figures.row import Row


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


def item_figures(rows: Iterable[Row], options: Iterable[Row]) -> list[ItemFigures]:
    """Make the figures of items.

    Parameters
    ----------
    rows, options
        Of :func:`results.analysis.items` and :func:`results.analysis.options`.
    """
    chosen: dict[tuple[str, str], list[Chosen]] = {}
    for row in sorted(options, key=lambda row: (-row["n"], row["response"])):
        rest = row["r"] / row["paired"] / SHARE if row["paired"] else None
        found = Chosen(row["response"], row["n"], row["best"] / POINT, rest)
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
