"""The table → all figures of a report: which expressions are run, and what is made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from results import analysis, comparing
from results.coding import Coded, coded
from results.engines import Engine
from results.figures.gains import Gain, gain
from results.figures.items import ItemFigures, item_figures
from results.figures.papers import PaperFigures, paper_figures, reliability
from results.figures.row import Row
from results.responses import PRACTICE

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: Learners who are listed by name; a report of a country is no longer than that of a class.
LISTED = 500


@dataclass(frozen=True)
class Asked:
    """What a report is to tell.

    Parameters
    ----------
    chapter_of, objective_of
        Each item's chapter and objective.
    pair
        The papers before and after, if they are to be compared.
    least
        How many people a group must have.
    """

    chapter_of: dict[str, str]
    objective_of: Mapping[str, str]
    pair: tuple[str, str] | None
    least: int


@dataclass(frozen=True)
class Figures:
    """All figures of a report.

    Parameters
    ----------
    responses, learners
        How many there are.
    papers, items
        By paper, and by item of a paper.
    people
        What each of the first learners did of each paper.
    done
        How many items of each chapter each of them did.
    gain
        Before and after.
    """

    responses: int
    learners: int
    papers: tuple[PaperFigures, ...]
    items: tuple[ItemFigures, ...]
    people: tuple[Row, ...]
    done: Mapping[str, Mapping[str, int]]
    gain: Gain | None


def compute(engine: Engine, responses: ir.Table, asked: Asked) -> Figures:
    """Compute a report's figures.

    Parameters
    ----------
    engine
        The engine that holds the table.
    responses
        The table, with at least one row.
    asked
        What to tell.
    """
    numbers = coded(engine, responses)
    cells = analysis.Cells(numbers)
    people = cells.people()
    first = people.filter(people.who < LISTED)
    answers = analysis.answers(cells, people).cache()
    run = _Named(engine, numbers)
    counted = engine.run(people.aggregate(n=people.who.nunique(), rows=people["items"].sum()))[0]
    sums = run(analysis.items(answers))
    return Figures(
        counted["rows"],
        counted["n"],
        tuple(
            paper_figures(
                run(analysis.units(people)),
                run(analysis.spread(people)),
                reliability(sums, run(analysis.whole_papers(people))),
                asked.least,
            )
        ),
        tuple(item_figures(sums, run(analysis.options(answers, numbers.texts)))),
        _listed(run(analysis.listed(first))),
        _done(run, cells, first, asked),
        _compared(run, cells, people, asked),
    )


class _Named:
    """Runs expressions, and puts the names of papers and items in place of their numbers."""

    def __init__(self, engine: Engine, numbers: Coded) -> None:
        self.engine, self.numbers = engine, numbers

    def __call__(self, expression: ir.Table) -> list[Row]:
        return [self._named(row) for row in self.engine.run(expression)]

    def _named(self, row: dict[str, Any]) -> Row:
        for name, of in (("paper", self.numbers.papers), ("item", self.numbers.items)):
            if name in row:
                row[name] = of[row[name]]
        return row


def _listed(rows: list[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=itemgetter("learner", "paper")))


def _done(
    run: _Named, cells: analysis.Cells, people: ir.Table, asked: Asked
) -> dict[str, Counter[str]]:
    """Count what each of some learners did of each chapter in the course's exercises."""
    done: dict[str, Counter[str]] = {}
    if PRACTICE in run.numbers.papers:
        practice = run.numbers.papers.index(PRACTICE)
        for row in run(analysis.done(cells, people.filter(people.paper == practice))):
            chapter = asked.chapter_of.get(row["item"], "")
            done.setdefault(row["learner"], Counter())[chapter] += 1
    return done


def _compared(run: _Named, cells: analysis.Cells, people: ir.Table, asked: Asked) -> Gain | None:
    papers = run.numbers.papers
    if not asked.pair or not set(asked.pair) <= set(papers):
        return None
    before, after = map(papers.index, asked.pair)
    return gain(
        asked.pair,
        run(comparing.both_papers(people, before, after))[0],
        run(comparing.of_both(cells, people, before, after)),
        asked.objective_of,
    )
