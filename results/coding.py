"""Numbers in place of texts: what is grouped and joined by millions is small whole numbers.

The texts stay in tables of their own, a row a text, and come back with the aggregates.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from results.cells import single, totals
from results.engines import Engine

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: What a whole point is counted in.
POINT: Final = 100
#: Longer on one item is a break, and counts as none.
_LONGEST_MS: Final = 30 * 60 * 1000
#: What stands for a response that a source does not hold: no response is an empty text.
NO_RESPONSE: Final = ""
#: Items whose marks go into one whole number: the sum of a learner's rows has room above them.
_MARKS: Final = 40


@dataclass(frozen=True)
class Coded:
    """Responses in numbers.

    Parameters
    ----------
    given
        The responses, points in hundredths, and the paper's number.
    persons
        A learner in a paper: ``person`` is the number, with the learner's name and place among
        all (``who``, from 0), the paper's number and size, the unit, whether each item is there
        ``once``, and the totals, which hold only then.
    numbers, texts
        The number and the name of each item, and the number and the text of each response.
    papers, items
        The names of papers and items: a place in these is their number.
    once, again
        How many persons have each item once, and how many have not.
    """

    given: ir.Table
    persons: ir.Table
    numbers: ir.Table
    texts: ir.Table
    papers: Sequence[str]
    items: Sequence[str]
    once: int
    again: int

    def rows(self, persons: ir.Table) -> ir.Table:
        """Give the responses of some persons, with the numbers of items and responses.

        Parameters
        ----------
        persons
            Rows of `persons`, whose columns the responses get.
        """
        joined = (
            self.given
            .drop("unit")
            .join(persons, ["learner", "paper"])
            .join(self.numbers, "item")
            .join(self.texts, "response")
        )
        return joined.drop("item", "response").rename(
            item="item_number", response="response_number"
        )


def coded(engine: Engine, responses: ir.Table) -> Coded:
    """Give the texts of a table of responses their numbers.

    Parameters
    ----------
    engine
        The engine that holds the table.
    responses
        The table.
    """
    given = _numbers(responses)
    first = given.attempt == 1
    asked = given.group_by(["paper", "item"]).aggregate(first=first.sum()).cache()
    # A paper has the items that anybody's first answer is known of.
    sizes = asked.group_by("paper").aggregate(size=(asked["first"] > 0).sum())
    papers = _numbered(sizes, "paper", "paper_number").cache()
    items = _numbered(asked.select("item").distinct(), "item", "item_number").cache()
    texts = _numbered(given.select("response").distinct(), "response", "response_number").cache()
    names = {
        name: sorted(row[name] for row in engine.run(table.select(name)))
        for name, table in (("paper", papers), ("item", items))
    }
    placed = given.join(papers, "paper").drop("paper", "size").rename(paper="paper_number")
    did = _did(placed, items, len(names["item"])).cache()
    sized = papers.drop("paper").rename(paper="paper_number")
    persons = _persons(did).join(sized, "paper").cache()
    counted = engine.run(persons.aggregate(once=persons.once.sum(), again=(~persons.once).sum()))
    return Coded(placed, persons, items, texts, names["paper"], names["item"], **counted[0])


def _numbers(responses: ir.Table) -> ir.Table:
    """Give points in hundredths, and only the times that count, all as short numbers."""
    import ibis

    counts = responses.ms.between(0, _LONGEST_MS).fill_null(False)
    return responses.select(
        "learner",
        "unit",
        "paper",
        "item",
        "when",
        response=responses.response.fill_null(NO_RESPONSE),
        attempt=responses.attempt.cast("int32"),
        earned=whole(responses.score * POINT).cast("int32"),
        most=whole(responses["max"] * POINT).cast("int32"),
        ms=ibis.cases((counts, responses.ms), else_=None).cast("int32"),
    )


def _did(placed: ir.Table, items: ir.Table, size: int) -> ir.Table:
    """Give each learner in a paper, with the totals, and whether each item is there once."""
    import ibis

    # Each item has a bit in one of some whole numbers.
    own = (2 ** (items.item_number % _MARKS)).cast("int64")
    marks = {
        f"mark{which}": ibis.cases((items.item_number // _MARKS == which, own), else_=0)
        for which in range(-(-size // _MARKS))
    }
    rows = single(placed).join(items.mutate(**marks).cache(), "item")
    sums = {name: rows[name].sum() for name in marks}
    did = rows.group_by(["learner", "paper"]).aggregate(
        unit=rows.unit.max(), **totals(rows), **sums
    )
    # What is there once has its bit in the sum; what is there again is carried, and the bits are
    # fewer than the rows.
    bits = functools.reduce(operator.add, (_bits(did[name]) for name in marks))
    return did.mutate(once=bits == did["items"]).drop(*marks)


def _persons(did: ir.Table) -> ir.Table:
    import ibis

    # Not by a rank: ClickHouse counts those of one name apart.
    learners = _numbered(did.select("learner").distinct(), "learner", "who")
    order = ibis.window(order_by=[ibis.asc("learner"), ibis.asc("paper")])
    return did.join(learners, "learner").mutate(person=ibis.row_number().over(order))


def _bits(number: ir.IntegerValue) -> ir.IntegerValue:
    """Count the bits of a number below 2^53: in pairs, fours, bytes, and these modulo 255."""
    pairs = number - (number // 2 & 0x5555555555555555)
    fours = (pairs & 0x3333333333333333) + (pairs // 4 & 0x3333333333333333)
    return (fours + fours // 16 & 0x0F0F0F0F0F0F0F0F) % 255


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
