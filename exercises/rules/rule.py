"""What a rule is: a statement, a bound, a mend, and a function that finds what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

from course import Fault
from exercises.rules.scope import Scope

T = TypeVar("T")


class Place(NamedTuple):
    """Where a rule is broken; line 0 for the whole folder."""

    file: Path
    line: int = 0
    item: str = ""


class Finding(NamedTuple):
    """One place that breaks a rule, and in what way."""

    place: Place
    what: str


#: Takes the course and the rule's bound by name.
Find = Callable[..., Iterable[Finding]]
Bound = Mapping[str, float]


@dataclass(frozen=True)
class Rule:
    """One rule.

    Parameters
    ----------
    id
        Its name in messages.
    statement
        What it demands, in Chinese; ``{name}`` is filled from the bound.
    mend
        What a trainer does when it is broken, in Chinese.
    find
        Finds what breaks it.
    bound
        Its figures by name.
    """

    id: str
    statement: str
    mend: str
    find: Find
    bound: Bound = field(default_factory=dict)

    def __str__(self) -> str:
        return self.statement.format(**self.bound)

    def check(self, scope: Scope) -> list[Fault]:
        """Check a course.

        Returns
        -------
        list of Fault
            One for each place that breaks the rule.
        """
        return [
            Fault(place.file, place.line, place.item, "", f"{what}；{self.mend}", self.id)
            for place, what in self.find(scope, **self.bound)
        ]


def rule(id_: str, statement: str, *, mend: str, **bound: float) -> Callable[[Find], Rule]:
    """Make a rule of the function that finds what breaks it.

    Parameters
    ----------
    id_, statement, mend
        As of :class:`Rule`.
    **bound
        The rule's figures; the function takes them by these names.
    """
    return lambda find: Rule(id_, statement, mend, find, bound)


def at_item(scope: Scope, item_id: str) -> Place:
    """Give the place of an item in its bank file."""
    chapter = scope.bank.chapter_of(item_id)
    return Place(chapter.file, chapter.lines.get(item_id, 1), item_id)


def at_bank(scope: Scope) -> Place:
    """Give the bank as a whole."""
    return Place(scope.bank.chapters[0].file.parent if scope.bank.chapters else Path())


def listed(ids: Iterable[str]) -> str:
    """List the ids of items for a message."""
    return "、".join(ids)


def share(found: int, total: int, unit: str = "题") -> str:
    """Word a share for a message, such as ``3 / 12 题（25%）``."""
    return f"{found} / {total} {unit}（{found / total:.0%}）"


def is_too_many(found: int, total: int, most: float) -> bool:
    """Tell whether what was found is more than its share of all; one alone never is.

    The first items of a new course would break every rule of shares.
    """
    return found > 1 and found / total > most


def uneven(
    groups: Mapping[T, Sequence[str]], least: float, most: float, fewest: int
) -> Iterator[tuple[T, str]]:
    """Find groups of items that hold too small or too large a part of all.

    Parameters
    ----------
    groups
        Ids of items, by group.
    least, most
        The bounds of a group's part.
    fewest
        So many items there must be in all for the parts to say anything.

    Yields
    ------
    tuple of T and str
        A group out of bounds, and its share with its items for a message.
    """
    total = sum(map(len, groups.values()))
    for name, ids in groups.items():
        if total >= fewest and not least <= len(ids) / total <= most:
            named = f"：{listed(ids)}" if ids else ""
            yield name, f"{share(len(ids), total)}{named}"
