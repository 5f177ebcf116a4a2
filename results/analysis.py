"""The analysis as Ibis expressions: one set for every engine, of which only aggregates come back.

Floating sums depend on the order in which an engine adds. So points are whole numbers here
(hundredths), and shares are hundred-thousandths: their sums are the same on every engine, and
figures are made of them in :mod:`results.figures`.

The table is read once, into a cell for each learner, paper and item. People are sums of cells, and
one pass over both gives all that is said of items, options and reliability.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from results.coding import NO_RESPONSE, Coded, whole

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: What a whole share is counted in.
SHARE: Final = 100_000
#: Attempt and points as one number, so that the last attempt's points are a maximum.
_ATTEMPT: Final = 10_000_000
#: Responses of an item that are listed, the most frequent first.
_LISTED: Final = 10
BUCKETS: Final = 10


def cells(coded: Coded) -> ir.Table:
    """Join the attempts of each learner on each item of a paper.

    Parameters
    ----------
    coded
        The responses; rows that are there twice count once.
    """
    rows, size = coded.rows, len(coded.items)
    first = rows.attempt == 1
    joined = rows.group_by("cell").aggregate(
        first=rows.earned.max(where=first),
        most=rows.most.max(),
        response=rows.response.max(where=first),
        ms=rows.ms.max(where=first),
        latest=(rows.attempt.cast("int64") * _ATTEMPT + rows.earned).max(),
    )
    return joined.select(
        "first",
        "most",
        "response",
        "ms",
        person=joined.cell // size,
        item=joined.cell % size,
        last=joined.latest % _ATTEMPT,
        attempts=joined.latest // _ATTEMPT,
    )


def people(cells_: ir.Table, coded: Coded) -> ir.Table:
    """Give what each learner did of each paper, and whether it was all of it.

    Parameters
    ----------
    cells_
        Of :func:`cells`.
    coded
        What they were made of.
    """
    known = cells_["first"].notnull()
    totals = cells_.group_by("person").aggregate(
        items=cells_.count(),
        counted=known.sum(),
        total=cells_["first"].sum(),
        most=cells_.most.sum(where=known),
        last=cells_["last"].sum(),
        last_most=cells_.most.sum(),
        attempts=cells_.attempts.sum(),
    )
    persons = totals.join(coded.persons, "person").mutate(
        total=totals.total.fill_null(0),
        most=totals.most.fill_null(0),
        share=whole((totals.total.fill_null(0) * SHARE) / totals.most.nullif(0)),
    )
    # A paper has the items that anybody's first answer is known of.
    asked = (
        cells_
        .filter(known)
        .select("person", "item")
        .join(coded.persons.select("person", "paper"), "person")
    )
    items_ = asked.select("paper", "item").distinct()
    sizes = items_.group_by("paper").aggregate(size=items_.count())
    return persons.left_join(sizes, "paper").select(
        persons, did_all=(persons.counted == sizes["size"]).fill_null(False)
    )


def answers(cells_: ir.Table, people_: ir.Table) -> ir.Table:
    """Give the sums of each response to an item of a paper, over first attempts.

    Parameters
    ----------
    cells_, people_
        Of :func:`cells` and :func:`people`.
    """
    totals = people_.select("person", "paper", "total", "did_all", total_most="most")
    first = cells_.filter(cells_["first"].notnull())
    both = first.join(totals, "person")
    both = both.mutate(
        own=whole((both["first"] * SHARE) / both.most.nullif(0)),
        rest=whole(
            ((both.total - both["first"]) * SHARE) / (both.total_most - both.most).nullif(0)
        ),
    )
    rest = both.rest.notnull()
    return both.group_by(["paper", "item", "response"]).aggregate(
        n=both.count(),
        best=both["first"].max(),
        earned=both["first"].sum(),
        most=both.most.sum(),
        last=both["last"].sum(),
        attempts=both.attempts.sum(),
        timed=both.ms.count(),
        ms=both.ms.sum(),
        paired=rest.sum(),
        x=both.own.sum(where=rest),
        xx=(both.own * both.own).sum(where=rest),
        r=both.rest.sum(where=rest),
        rr=(both.rest * both.rest).sum(where=rest),
        xr=(both.own * both.rest).sum(where=rest),
        whole_n=both.did_all.sum(),
        whole_x=both["first"].sum(where=both.did_all),
        whole_xx=(both["first"] * both["first"]).sum(where=both.did_all),
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


def whole_papers(people_: ir.Table) -> ir.Table:
    """Give the sums of each paper's totals, over those who did all of it.

    Parameters
    ----------
    people_
        Of :func:`people`.
    """
    all_ = people_.filter(people_.did_all)
    return all_.group_by("paper").aggregate(
        n=all_.count(), x=all_.total.sum(), xx=(all_.total * all_.total).sum()
    )


def spread(people_: ir.Table) -> ir.Table:
    """Count the learners by tenths of the points, for each paper.

    Parameters
    ----------
    people_
        Of :func:`people`.
    """
    import ibis

    known = people_.filter(people_.share.notnull())
    tenth = ibis.least(known.share * BUCKETS // SHARE, ibis.literal(BUCKETS - 1)).cast("int64")
    tenths = known.mutate(tenth=tenth)
    return tenths.group_by(["paper", "tenth"]).aggregate(n=tenths.count())


def units(people_: ir.Table) -> ir.Table:
    """Sum up the units.

    Parameters
    ----------
    people_
        Of :func:`people`.
    """
    grouped = people_.group_by(["paper", "unit"])
    return grouped.aggregate(n=people_.count(), earned=people_.total.sum(), most=people_.most.sum())


def done(cells_: ir.Table, people_: ir.Table, paper: int, most: int) -> ir.Table:
    """Give which items of a paper the first learners did.

    Parameters
    ----------
    cells_, people_
        Of :func:`cells` and :func:`people`.
    paper
        The paper's number.
    most
        How many learners at most.
    """
    first = people_.filter((people_.paper == paper) & (people_.who < most))
    return cells_.select("person", "item").join(first.select("person", "learner"), "person")
