"""What a report shows of the figures: nothing of a few people, and first what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from results.computing import Figures
from results.figures.items import ItemFigures
from results.report.wording import Words
from results.responses import Problem

#: From here down the class got an item wrong.
WRONG: Final = 0.6
_DISCUSSED: Final = 20


@dataclass(frozen=True)
class Told:
    """What the tables are made of.

    Parameters
    ----------
    figures
        The figures.
    words
        The bank's words.
    chapters
        Number, title and size of each chapter, by its id.
    problems
        What was left out.
    least
        How many people a group must have.
    doubts
        What was counted, but should be looked at.
    named
        Whether people are called by their names.
    """

    figures: Figures
    words: Words
    chapters: dict[str, tuple[str, int]]
    problems: Sequence[Problem]
    least: int
    doubts: Sequence[Problem] = ()
    named: bool = True

    def listed(self, paper: str) -> bool:
        """Whether those who did a paper are listed; without names only if they are enough."""
        people = {one.paper: one.people for one in self.figures.papers}
        return self.named or people.get(paper, 0) >= self.least


def enough(told: Told) -> list[ItemFigures]:
    """Give the items that enough people answered, in the order of :func:`in_order`."""
    return [one for one in in_order(told) if one.people >= told.least]


def in_order(told: Told) -> list[ItemFigures]:
    """Give the items of each paper in the order in which readers of the course come to them."""
    order = told.words.order
    return sorted(told.figures.items, key=lambda one: (one.paper, order[one.item]))


def discussed(told: Told) -> list[ItemFigures]:
    """Give the items that the class got wrong, the worst first."""
    wrong = [one for one in enough(told) if one.difficulty < WRONG]
    return sorted(wrong, key=lambda one: (one.difficulty, one.item))[:_DISCUSSED]


def objective_shares(told: Told) -> list[tuple[str, str, int, float, float]]:
    """Give for each paper and objective its items, and the shares of first and last answers."""
    groups: dict[tuple[str, str], list[ItemFigures]] = {}
    for one in enough(told):
        groups.setdefault((one.paper, told.words.item(one.item).objective), []).append(one)
    return [
        (
            paper,
            objective,
            len(items),
            sum(one.difficulty for one in items) / len(items),
            sum(one.last for one in items) / len(items),
        )
        for (paper, objective), items in groups.items()
    ]
