"""The analysis as Ibis expressions: one set for every engine, of which only aggregates come back.

Floating sums depend on the order in which an engine adds. So points are whole numbers here
(hundredths), and shares are hundred-thousandths: their sums are the same on every engine, and
figures are made of them in :mod:`results.figures`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: What a whole point is counted in, and a whole share.
POINT: Final = 100
SHARE: Final = 100_000
#: Longer on one item is a break, and counts as none.
_LONGEST_MS: Final = 30 * 60 * 1000
#: Attempt and points as one number, so that the last attempt's points are a maximum.
_ATTEMPT: Final = 10_000_000
#: Responses of an item that are listed, the most frequent first.
_LISTED: Final = 10
BUCKETS: Final = 10


def whole(number: ir.NumericValue) -> ir.IntegerValue:
    """Round to a whole number, the same on every engine.

    Parameters
    ----------
    number
        A number that is not negative.
    """
    return (number + 0.5).floor().cast("int64")


def cells(responses: ir.Table) -> ir.Table:
    """Join the attempts of each learner on each item of a paper.

    Parameters
    ----------
    responses
        The table; rows that are there twice count once.
    """
    rows = responses.mutate(
        earned=whole(responses.score * POINT), most=whole(responses.max * POINT)
    )
    first = rows.attempt == 1
    joined = rows.group_by(["learner", "paper", "item"]).aggregate(
        unit=rows.unit.max(),
        first=rows.earned.max(where=first),
        most=rows.most.max(),
        response=rows.response.max(where=first),
        ms=rows.ms.max(where=first & (rows.ms <= _LONGEST_MS)),
        last=(rows.attempt * _ATTEMPT + rows.earned).max(),
        attempts=rows.attempt.max(),
        when=rows.when.max(),
    )
    return joined.mutate(last=joined["last"] % _ATTEMPT)


def people(cells_: ir.Table) -> ir.Table:
    """Give what each learner did of each paper.

    Parameters
    ----------
    cells_
        Of :func:`cells`.
    """
    known = cells_["first"].notnull()
    totals = cells_.group_by(["learner", "paper"]).aggregate(
        unit=cells_.unit.max(),
        items=cells_.count(),
        counted=known.sum(),
        total=cells_["first"].sum(),
        most=cells_.most.sum(where=known),
        last=cells_["last"].sum(),
        last_most=cells_.most.sum(),
        attempts=cells_.attempts.sum(),
        when=cells_.when.max(),
    )
    return totals.mutate(
        total=totals.total.fill_null(0),
        most=totals.most.fill_null(0),
        share=whole((totals.total.fill_null(0) * SHARE) / totals.most.nullif(0)),
    )


def with_rest(cells_: ir.Table, people_: ir.Table) -> ir.Table:
    """Give each first attempt its share, and the learner's share of the rest of the paper.

    Parameters
    ----------
    cells_, people_
        Of :func:`cells` and :func:`people`.
    """
    totals = people_.select("learner", "paper", "total", total_most="most", counted="counted")
    first = cells_.filter(cells_["first"].notnull())
    both = first.join(totals, ["learner", "paper"])
    return both.mutate(
        own=whole((both["first"] * SHARE) / both.most.nullif(0)),
        rest=whole(
            ((both.total - both["first"]) * SHARE) / (both.total_most - both.most).nullif(0)
        ),
    )


def items(joined: ir.Table) -> ir.Table:
    """Give the sums of each item of a paper.

    Parameters
    ----------
    joined
        Of :func:`with_rest`.
    """
    rest = joined.rest.notnull()
    return joined.group_by(["paper", "item"]).aggregate(
        n=joined.count(),
        earned=joined["first"].sum(),
        most=joined.most.sum(),
        last=joined["last"].sum(),
        attempts=joined.attempts.sum(),
        timed=joined.ms.count(),
        ms=joined.ms.sum(),
        paired=rest.sum(),
        x=joined.own.sum(where=rest),
        xx=(joined.own * joined.own).sum(where=rest),
        r=joined.rest.sum(where=rest),
        rr=(joined.rest * joined.rest).sum(where=rest),
        xr=(joined.own * joined.rest).sum(where=rest),
    )


def options(joined: ir.Table) -> ir.Table:
    """Give the most frequent responses of each item, with the sum of what their givers' rest is.

    Parameters
    ----------
    joined
        Of :func:`with_rest`.
    """
    import ibis

    given = joined.filter(joined.response.notnull())
    counted = given.group_by(["paper", "item", "response"]).aggregate(
        n=given.count(),
        earned=given["first"].max(),
        rested=given.rest.count(),
        rest=given.rest.sum(),
    )
    order = ibis.window(group_by=["paper", "item"], order_by=[ibis.desc("n"), ibis.asc("response")])
    ranked = counted.mutate(rank=ibis.row_number().over(order))
    return ranked.filter(ranked["rank"] < _LISTED).drop("rank")


def whole_papers(joined: ir.Table, sizes: Iterable[tuple[str, int]]) -> tuple[ir.Table, ir.Table]:
    """Give the sums for the reliability, over those who did all of a paper.

    Parameters
    ----------
    joined
        Of :func:`with_rest`.
    sizes
        How many items each paper has.

    Returns
    -------
    (Table, Table)
        By item, and by paper.
    """
    import ibis

    did_all = ibis.or_(
        *((joined.paper == paper) & (joined.counted == size) for paper, size in sizes)
    )
    whole_ = joined.filter(did_all)
    by_item = whole_.group_by(["paper", "item"]).aggregate(
        n=whole_.count(), x=whole_["first"].sum(), xx=(whole_["first"] * whole_["first"]).sum()
    )
    totals = whole_.distinct(on=["paper", "learner"], keep="first")
    by_paper = totals.group_by("paper").aggregate(
        n=totals.count(), x=totals.total.sum(), xx=(totals.total * totals.total).sum()
    )
    return by_item, by_paper


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


def both_papers(people_: ir.Table, before: str, after: str) -> ir.Table:
    """Sum up those who did both papers.

    Parameters
    ----------
    people_
        Of :func:`people`.
    before, after
        The papers.
    """
    one = people_.filter((people_.paper == before) & people_.share.notnull())
    other = people_.filter((people_.paper == after) & people_.share.notnull())
    pairs = one.select("learner", b="share").join(other.select("learner", a="share"), "learner")
    gain = pairs.a - pairs.b
    return pairs.aggregate(
        n=pairs.count(),
        before=pairs.b.sum(),
        after=pairs.a.sum(),
        gains=(gain * gain).sum(),
        better=(gain > 0).sum(),
        worse=(gain < 0).sum(),
    )


def of_both(cells_: ir.Table, before: str, after: str) -> ir.Table:
    """Sum up the items of two papers over those who did both.

    Parameters
    ----------
    cells_
        Of :func:`cells`.
    before, after
        The papers.
    """
    known = cells_.filter(cells_["first"].notnull())
    one = known.filter(known.paper == before).select("learner").distinct()
    other = known.filter(known.paper == after).select("learner").distinct()
    who = one.semi_join(other, "learner")
    kept = known.filter(known.paper.isin([before, after])).semi_join(who, "learner")
    return kept.group_by(["paper", "item"]).aggregate(
        earned=kept["first"].sum(), most=kept.most.sum()
    )


def listed_people(people_: ir.Table, most: int) -> ir.Table:
    """Give the first learners by name, a row a paper.

    Parameters
    ----------
    people_
        Of :func:`people`.
    most
        How many learners at most.
    """
    import ibis

    names = people_.select("learner").distinct().order_by(ibis.asc("learner")).limit(most)
    return people_.semi_join(names, "learner").order_by(["learner", "paper"])


def chapters(cells_: ir.Table, most: int, chapter_of: dict[str, str], paper: str) -> ir.Table:
    """Count what the first learners did of each chapter.

    Parameters
    ----------
    cells_
        Of :func:`cells`.
    most
        How many learners at most.
    chapter_of
        Each item's chapter.
    paper
        Which paper's items: the exercises of the course.
    """
    import ibis

    names = cells_.select("learner").distinct().order_by(ibis.asc("learner")).limit(most)
    own = cells_.filter(cells_.paper == paper).semi_join(names, "learner")
    named: dict[Any, Any] = dict(chapter_of)
    placed = own.mutate(chapter=own.item.substitute(named, else_=""))
    return placed.group_by(["learner", "chapter"]).aggregate(done=placed.count())
