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
        A learner in a paper: ``person`` is the number, with the learner's ``key``, name and place
        among all (``who``, from 0), the paper's number and size, the unit, whether each item is
        there ``once``, and the totals, which hold only then.
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
            .join(persons, ["key", "paper"])
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
    asked = given.group_by(["paper", "item"]).aggregate(
        first=(given.attempt == 1).sum(), later=(given.attempt > 1).sum()
    )
    asked = asked.cache()
    # A paper has the items that anybody's first answer is known of.
    sizes = asked.group_by("paper").aggregate(size=(asked["first"] > 0).sum())
    papers = _numbered(sizes, "paper", "paper_number").cache()
    items = _numbered(asked.select("item").distinct(), "item", "item_number").cache()
    texts, units = (
        _numbered(given.select(name).distinct(), name, f"{name}_number").cache()
        for name in ("response", "unit")
    )
    names = {
        name: sorted(row[name] for row in engine.run(table.select(name)))
        for name, table in (("paper", papers), ("item", items))
    }
    key, learners = _keyed(engine, given)
    placed = _by_number(given.mutate(key=key), papers.drop("size"), "paper").drop("learner")
    later = engine.run(asked.aggregate(n=asked.later.sum()))[0]["n"] > 0
    did = _did(
        _by_number(placed, units, "unit"), _marked(items, len(names["item"])), later=later
    ).cache()
    persons = _persons(did, learners, units, papers, len(names["paper"])).cache()
    counted = engine.run(persons.aggregate(once=persons.once.sum(), again=(~persons.once).sum()))
    return Coded(placed, persons, items, texts, names["paper"], names["item"], **counted[0])


def _keyed(engine: Engine, given: ir.Table) -> tuple[ir.Column, ir.Table]:
    """Return what stands for a learner in millions of rows, and the table of learners by it.

    A hash of the name is grouped and joined by in half the time, and is used if no two names
    share one; else the name itself is.
    """
    learners = given.select("learner").distinct().cache()
    names = learners.learner
    keys = engine.hashed(names)
    counted = engine.run(learners.aggregate(names=names.count(), keys=keys.nunique()))[0]
    if counted["names"] == counted["keys"]:
        return engine.hashed(given.learner), learners.mutate(key=keys)
    return given.learner, learners.mutate(key=names)


def _numbers(responses: ir.Table) -> ir.Table:
    """Give points in hundredths, and only the times that count, all as short numbers."""
    import ibis

    counts = responses.ms.between(0, _LONGEST_MS).fill_null(False)
    return responses.select(
        "learner",
        "paper",
        "item",
        "when",
        unit=responses.unit.fill_null(""),
        response=responses.response.fill_null(NO_RESPONSE),
        attempt=responses.attempt.cast("int32"),
        earned=whole(responses.score * POINT).cast("int32"),
        most=whole(responses["max"] * POINT).cast("int32"),
        ms=ibis.cases((counts, responses.ms), else_=None).cast("int32"),
    )


def _marked(items: ir.Table, size: int) -> ir.Table:
    """Give each item a bit of its own, in one of some whole numbers."""
    import ibis

    own = (2 ** (items.item_number % _MARKS)).cast("int64")
    return items.mutate(**{
        f"mark{which}": ibis.cases((items.item_number // _MARKS == which, own), else_=0)
        for which in range(-(-size // _MARKS))
    }).cache()


def _did(placed: ir.Table, marked: ir.Table, *, later: bool) -> ir.Table:
    """Give each learner in a paper, with the totals, and whether each item is there once."""
    rows = single(placed).join(marked, "item")
    marks = [name for name in marked.columns if name.startswith("mark")]
    # Units are numbered by their names: the last of several is the same as a number.
    did = rows.group_by(["key", "paper"]).aggregate(
        unit=rows.unit.max(),
        **totals(rows, later=later),
        **{name: rows[name].sum() for name in marks},
    )
    # What is there once has its bit in the sum; what is there again is carried, and the bits are
    # fewer than the rows.
    bits = functools.reduce(operator.add, (_bits(did[name]) for name in marks))
    return did.mutate(once=bits == did["items"]).drop(*marks)


def _persons(
    did: ir.Table, learners: ir.Table, units: ir.Table, papers: ir.Table, size: int
) -> ir.Table:
    # Not by a rank: ClickHouse counts those of one name apart.
    named = did.join(_numbered(learners, "learner", "who"), "key")
    sized = papers.select("size", paper="paper_number")
    united = units.select(unit="unit_number", unit_name="unit")
    named = named.join(sized, "paper").join(united, "unit").drop("unit").rename(unit="unit_name")
    return named.mutate(person=named.who.cast("int64") * size + named.paper)


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


def _by_number(rows: ir.Table, numbered: ir.Table, text: str) -> ir.Table:
    """Put the number of a text in its place."""
    return rows.join(numbered, text).drop(text).rename({text: f"{text}_number"})


def _numbered(table: ir.Table, text: str, number: str) -> ir.Table:
    """Give texts numbers from 0 by their order: the same on every engine."""
    import ibis

    place = ibis.row_number().over(ibis.window(order_by=ibis.asc(text)))
    return table.mutate(**{number: place.cast("int32")})
