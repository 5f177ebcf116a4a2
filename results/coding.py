"""Numbers in place of texts: what is grouped and joined by millions is small whole numbers.

The texts stay in tables of their own, a row a text, and come back with the aggregates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from results.engines import Engine

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: What a whole point is counted in.
POINT: Final = 100
#: Longer on one item is a break, and counts as none.
_LONGEST_MS: Final = 30 * 60 * 1000
#: What stands for a response that a source does not hold: no response is an empty text.
NO_RESPONSE: Final = ""


@dataclass(frozen=True)
class Coded:
    """Responses in numbers.

    Parameters
    ----------
    rows
        The responses: ``cell`` is the person and the item as one number, ``response`` is that of a
        text, ``earned`` and ``most`` are hundredths of points.
    persons
        A learner in a paper: ``person`` is the number, with the learner's name and place among
        all (``who``, from 0), the paper's number, the unit and the last moment.
    responses
        The number and the text of each response.
    papers, items
        The names of papers and items: a place in these is their number.
    """

    rows: ir.Table
    persons: ir.Table
    responses: ir.Table
    papers: Sequence[str]
    items: Sequence[str]


def coded(engine: Engine, responses: ir.Table) -> Coded:
    """Give the texts of a table of responses their numbers.

    Parameters
    ----------
    engine
        The engine that holds the table.
    responses
        The table.
    """
    import ibis

    given = responses.mutate(response=responses.response.fill_null(NO_RESPONSE))
    asked = given.select("paper", "item").distinct().cache()
    papers = _numbered(asked.select("paper").distinct(), "paper", "paper_number").cache()
    items = _numbered(asked.select("item").distinct(), "item", "item_number").cache()
    texts = given.select("response").distinct()
    answers = _numbered(texts, "response", "response_number").cache()
    did = (
        given
        .group_by(["learner", "paper"])
        .aggregate(unit=given.unit.max(), when=given.when.max())
        .cache()
    )
    # Not by a rank: ClickHouse counts those of one name apart.
    learners = _numbered(did.select("learner").distinct(), "learner", "who")
    numbered = did.join(papers, "paper").join(learners, "learner")
    order = ibis.window(order_by=[ibis.asc("learner"), ibis.asc("paper")])
    persons = numbered.mutate(person=ibis.row_number().over(order)).cache()
    names = {
        name: sorted(row[name] for row in engine.run(table))
        for name, table in (("paper", papers), ("item", items))
    }
    joined = (
        _numbers(given)
        .join(persons.select("learner", "paper", "person"), ["learner", "paper"])
        .join(items, "item")
        .join(answers, "response")
    )
    rows = joined.select(
        "attempt",
        "earned",
        "most",
        "ms",
        cell=joined.person * len(names["item"]) + joined.item_number,
        response="response_number",
    )
    known = persons.drop("paper").rename(paper="paper_number")
    return Coded(rows, known, answers, names["paper"], names["item"])


def _numbers(given: ir.Table) -> ir.Table:
    """Give points in hundredths, and only the times that count, all as short numbers."""
    import ibis

    counts = given.ms.between(0, _LONGEST_MS).fill_null(False)
    return given.select(
        "learner",
        "paper",
        "item",
        "response",
        attempt=given.attempt.cast("int32"),
        earned=whole(given.score * POINT).cast("int32"),
        most=whole(given["max"] * POINT).cast("int32"),
        ms=ibis.cases((counts, given.ms), else_=None).cast("int32"),
    )


def whole(number: ir.NumericValue) -> ir.IntegerValue:
    """Round to a whole number, the same on every engine.

    Parameters
    ----------
    number
        A number that is not negative.
    """
    return (number + 0.5).floor().cast("int64")


def _numbered(table: ir.Table, text: str, number: str) -> ir.Table:
    """Give texts numbers from 0 by their order: the same on every engine."""
    import ibis

    place = ibis.row_number().over(ibis.window(order_by=ibis.asc(text)))
    return table.mutate(**{number: place.cast("int32")})
