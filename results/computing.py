"""The table → all figures of a report: which expressions are run, and what is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from results import analysis
from results.engines import Engine
from results.figures import (
    Gain,
    ItemFigures,
    PaperFigures,
    Row,
    gain,
    item_figures,
    paper_figures,
    reliability,
)
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
    done: dict[str, dict[str, int]]
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
    run = engine.run
    cells = analysis.cells(responses).cache()
    people = analysis.people(cells).cache()
    joined = analysis.with_rest(cells, people).cache()
    sums = run(analysis.items(joined))
    sizes: dict[str, int] = {}
    for row in sums:
        sizes[row["paper"]] = sizes.get(row["paper"], 0) + 1
    by_item, by_paper = (
        map(run, analysis.whole_papers(joined, sizes.items())) if sizes else ([], [])
    )
    counted = run(people.aggregate(n=people.learner.nunique(), rows=people["items"].sum()))[0]
    done: dict[str, dict[str, int]] = {}
    for row in run(analysis.chapters(cells, LISTED, asked.chapter_of, PRACTICE)):
        done.setdefault(row["learner"], {})[row["chapter"]] = row["done"]
    compared = None
    if asked.pair:
        compared = gain(
            asked.pair,
            run(analysis.both_papers(people, *asked.pair))[0],
            run(analysis.of_both(cells, *asked.pair)),
            asked.objective_of,
        )
    return Figures(
        counted["rows"],
        counted["n"],
        tuple(
            paper_figures(
                run(analysis.units(people)),
                run(analysis.spread(people)),
                reliability(by_item, by_paper),
                asked.least,
            )
        ),
        tuple(item_figures(sums, run(analysis.options(joined)))),
        tuple(run(analysis.listed_people(people, LISTED))),
        done,
        compared,
    )
