"""The analysis as Ibis expressions: one set for every engine, of which only aggregates come back.

Floating sums depend on the order in which an engine adds. So points are whole numbers here
(hundredths), and shares are hundred-thousandths: their sums are the same on every engine, and
figures are made of them in :mod:`results.figures`.

The table is read twice: for the people and their totals, and for what is said of items, options and
reliability, which takes both. What is there once is read as it is (:mod:`results.cells`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from results.cells import grouped, single, totals
from results.coding import NO_RESPONSE, Coded, whole

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: What a whole share is counted in.
SHARE: Final = 100_000
#: Responses of an item that are listed, the most frequent first.
_LISTED: Final = 10
BUCKETS: Final = 10


class Cells:
    """What learners did of the items of papers; rows that are there twice count once.

    Parameters
    ----------
    coded
        The responses.
    """

    def __init__(self, coded: Coded) -> None:
        self._coded = coded
        self._again: ir.Table | None = None
        if coded.again:
            rows = coded.rows(coded.persons.filter(~coded.persons.once))
            self._again = grouped(rows, len(coded.items)).cache()

    def of(self, persons: ir.Table) -> ir.Table:
        """Give the cells of some persons.

        Parameters
        ----------
        persons
            Of :meth:`Cells.people`, with any columns besides ``person``, ``key``, ``paper`` and
            ``once``; the cells get them.
        """
        again = None if self._again is None else self._again.join(persons, "person")
        if again is not None and not self._coded.once:
            return again
        lone = single(self._coded.rows(persons.filter(persons.once)))
        if again is None:
            return lone
        return again.union(lone.cast(again.schema()).select(again.columns))

    def people(self) -> ir.Table:
        """Give what each learner did of each paper, and whether it was all of it."""
        persons = self._coded.persons
        if self._again is not None:
            sums = totals(self._again)
            summed = self._again.group_by("person").aggregate(**sums)
            others = persons.filter(~persons.once).drop(*sums).join(summed, "person")
            persons = persons.filter(persons.once).union(others.select(persons.columns)).cache()
        return persons.mutate(
            share=whole((persons.total * SHARE) / persons.total_most.nullif(0)),
            did_all=persons.counted == persons["size"],
        )


def answers(cells: Cells, people: ir.Table) -> ir.Table:
    """Give the sums of each response to an item of a paper, over first attempts.

    Parameters
    ----------
    cells, people
        The cells and their :meth:`Cells.people`.
    """
    import ibis

    # Not as whole numbers: sums of these are of 128 bits in DuckDB, which divides them slowly.
    whose = people.select(
        "person",
        "key",
        "paper",
        "once",
        "did_all",
        total=people.total.cast("float64"),
        total_most=people.total_most.cast("float64"),
    )
    did = cells.of(whose)
    both = did.filter(did["first"].notnull())
    both = both.mutate(
        rest=whole(((both.total - both["first"]) * SHARE) / (both.total_most - both.most).nullif(0))
    )
    # Those who answered alike and earned the same differ only in the rest: the sums of what they
    # share are made of their number.
    alike = both.group_by(["paper", "item", "response", "first", "most", "did_all"]).aggregate(
        n=both.count(),
        last=both["last"].sum(),
        attempts=both.attempts.sum(),
        timed=both.ms.count(),
        ms=both.ms.sum(),
        paired=both.rest.count(),
        r=both.rest.sum(),
        rr=(both.rest * both.rest).sum(),
    )
    alike = alike.mutate(
        own=whole((alike["first"] * SHARE) / alike.most.nullif(0)),
        whole_n=ibis.cases((alike.did_all, alike.n), else_=0),
    )
    earned = alike["first"].cast("int64")
    return alike.group_by(["paper", "item", "response"]).aggregate(
        best=alike["first"].max(),
        earned=(alike.n * earned).sum(),
        most=(alike.n * alike.most).sum(),
        x=(alike.paired * alike.own).sum(),
        xx=(alike.paired * alike.own * alike.own).sum(),
        xr=(alike.r * alike.own).sum(),
        whole_x=(alike.whole_n * earned).sum(),
        whole_xx=(alike.whole_n * earned * earned).sum(),
        **{
            name: alike[name].sum()
            for name in ("n", "last", "attempts", "timed", "ms", "paired", "r", "rr", "whole_n")
        },
    )


def items(answers_: ir.Table) -> ir.Table:
    """Give the sums of each item of a paper.

    Parameters
    ----------
    answers_
        Of :func:`answers`.
    """
    summed = [
        name for name in answers_.columns if name not in {"paper", "item", "response", "best"}
    ]
    return answers_.group_by(["paper", "item"]).aggregate(**{
        name: answers_[name].sum() for name in summed
    })


def options(answers_: ir.Table, texts: ir.Table) -> ir.Table:
    """Give the most frequent responses of each item, with the sum of what their givers' rest is.

    Parameters
    ----------
    answers_
        Of :func:`answers`.
    texts
        The responses' texts by number.
    """
    import ibis

    named = texts.filter(texts.response != NO_RESPONSE)
    given = answers_.select(
        "paper", "item", "n", "best", "paired", "r", response_number="response"
    ).join(named, "response_number")
    order = ibis.window(group_by=["paper", "item"], order_by=[ibis.desc("n"), ibis.asc("response")])
    ranked = given.mutate(rank=ibis.row_number().over(order))
    return ranked.filter(ranked["rank"] < _LISTED).drop("rank", "response_number")


def whole_papers(people: ir.Table) -> ir.Table:
    """Give the sums of each paper's totals, over those who did all of it.

    Parameters
    ----------
    people
        Of :meth:`Cells.people`.
    """
    all_ = people.filter(people.did_all)
    return all_.group_by("paper").aggregate(
        n=all_.count(), x=all_.total.sum(), xx=(all_.total * all_.total).sum()
    )


def spread(people: ir.Table) -> ir.Table:
    """Count the learners by tenths of the points, for each paper.

    Parameters
    ----------
    people
        Of :meth:`Cells.people`.
    """
    import ibis

    known = people.filter(people.share.notnull())
    tenth = ibis.least(known.share * BUCKETS // SHARE, ibis.literal(BUCKETS - 1)).cast("int64")
    tenths = known.mutate(tenth=tenth)
    return tenths.group_by(["paper", "tenth"]).aggregate(n=tenths.count())


def units(people: ir.Table) -> ir.Table:
    """Sum up the units.

    Parameters
    ----------
    people
        Of :meth:`Cells.people`.
    """
    grouped = people.group_by(["paper", "unit"])
    return grouped.aggregate(
        n=people.count(), earned=people.total.sum(), most=people.total_most.sum()
    )


def listed(people: ir.Table) -> ir.Table:
    """Give what a list says of some learners.

    Parameters
    ----------
    people
        Rows of :meth:`Cells.people`.
    """
    sums = ("items", "total", "total_most", "last", "last_most", "attempts", "when")
    return people.select("learner", "paper", *sums)


def done(cells: Cells, people: ir.Table) -> ir.Table:
    """Give which items some learners did.

    Parameters
    ----------
    cells
        The cells.
    people
        Rows of :meth:`Cells.people`.
    """
    whose = people.select("person", "key", "learner", "paper", "once")
    return cells.of(whose).select("learner", "item")
