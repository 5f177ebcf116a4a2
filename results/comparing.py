"""Before and after as Ibis expressions: those who did two papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from results.analysis import Cells


def both_papers(people: ir.Table, before: int, after: int) -> ir.Table:
    """Sum up those who did both papers.

    Parameters
    ----------
    people
        Of :meth:`results.analysis.Cells.people`.
    before, after
        The numbers of the papers.
    """
    one, other = _who_did(people, before), _who_did(people, after)
    pairs = one.select("who", b="share").join(other.select("who", a="share"), "who")
    gain = pairs.a - pairs.b
    return pairs.aggregate(
        n=pairs.count(),
        before=pairs.b.sum(),
        after=pairs.a.sum(),
        gains=(gain * gain).sum(),
        better=(gain > 0).sum(),
        worse=(gain < 0).sum(),
    )


def of_both(cells: Cells, people: ir.Table, before: int, after: int) -> ir.Table:
    """Sum up the items of two papers over those who did both.

    Parameters
    ----------
    cells, people
        The cells and their people.
    before, after
        The numbers of the papers.
    """
    who = _who_did(people, before).select("who").semi_join(_who_did(people, after), "who")
    papers = people.filter(people.paper.isin([before, after])).semi_join(who, "who")
    did = cells.of(papers.select("person", "key", "paper", "once"))
    known = did.filter(did["first"].notnull())
    return known.group_by(["paper", "item"]).aggregate(
        earned=known["first"].sum(), most=known.most.sum()
    )


def _who_did(people: ir.Table, paper: int) -> ir.Table:
    return people.filter((people.paper == paper) & people.share.notnull())
