"""Cells: what a learner did of an item of a paper, in all attempts.

Where a learner has one row for each item, a row is a cell as it is, and nothing is grouped: that is
so for papers, of which there are millions. Other rows are grouped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: Attempt and points as one number, so that the last attempt's points are a maximum.
_ATTEMPT: Final = 10_000_000


def single(rows: ir.Table) -> ir.Table:
    """Give rows as cells; right if there is one row a cell.

    Parameters
    ----------
    rows
        Responses in numbers (:mod:`results.coding`).
    """
    import ibis

    first = rows.attempt == 1
    return rows.mutate(
        first=ibis.cases((first, rows.earned), else_=None),
        response=ibis.cases((first, rows.response), else_=None),
        ms=ibis.cases((first, rows.ms), else_=None),
        last=rows.earned,
        attempts=rows.attempt,
    ).drop("attempt", "earned")


def grouped(rows: ir.Table, items: int) -> ir.Table:
    """Join the attempts of each learner on each item; rows that are there twice count once.

    Parameters
    ----------
    rows
        Responses in numbers.
    items
        How many items there are.
    """
    # One whole number is grouped by much faster than two.
    numbered = rows.mutate(cell=rows.person * items + rows.item)
    first = numbered.attempt == 1
    joined = numbered.group_by("cell").aggregate(
        first=numbered.earned.max(where=first),
        most=numbered.most.max(),
        response=numbered.response.max(where=first),
        ms=numbered.ms.max(where=first),
        when=numbered.when.max(),
        latest=(numbered.attempt.cast("int64") * _ATTEMPT + numbered.earned).max(),
    )
    return joined.select(
        "first",
        "most",
        "response",
        "ms",
        "when",
        person=joined.cell // items,
        item=joined.cell % items,
        last=joined.latest % _ATTEMPT,
        attempts=joined.latest // _ATTEMPT,
    )


def totals(cells: ir.Table, *, later: bool = True) -> dict[str, ir.IntegerScalar]:
    """Give the sums of cells that figures need of every learner in a paper.

    Parameters
    ----------
    cells
        Cells, of which some are grouped.
    later
        Whether there is any attempt after a first one. Where there is none, four of the sums are
        the same as others, and an engine that adds up millions of rows has less to do.
    """
    items, last, last_most = cells.count(), cells["last"].sum(), cells.most.sum()
    known = cells["first"].notnull()
    return {
        "items": items,
        "counted": cells["first"].count() if later else items,
        "total": cells["first"].sum().fill_null(0) if later else last,
        "total_most": cells.most.sum(where=known).fill_null(0) if later else last_most,
        "last": last,
        "last_most": last_most,
        "attempts": cells.attempts.sum() if later else items,
        "when": cells.when.max(),
    }
