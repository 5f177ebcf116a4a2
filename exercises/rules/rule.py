"""A rule: a statement, bounds, a fix, and a function that finds violations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

from course import Fault
from exercises.rules.scope import Scope

T = TypeVar("T")


class Place(NamedTuple):
    """A place where a rule is violated; line 0 is the whole folder."""

    file: Path
    line: int = 0
    item: str = ""


class Finding(NamedTuple):
    """One violation of a rule."""

    place: Place
    what: str


#: Takes the scope, and the rule's bounds as keyword arguments.
Find = Callable[..., Iterable[Finding]]
Bound = Mapping[str, float]


@dataclass(frozen=True)
class Rule:
    """One rule.

    Parameters
    ----------
    id
        Its id in messages.
    statement
        What it demands, in Chinese; ``{name}`` is filled in from the bounds.
    mend
        How a trainer fixes a violation, in Chinese.
    find
        Finds the violations.
    bound
        The bounds by name.
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
            One for each violation.
        """
        return [
            Fault(place.file, place.line, place.item, "", f"{what}；{self.mend}", self.id)
            for place, what in self.find(scope, **self.bound)
        ]


def rule(id_: str, statement: str, *, mend: str, **bound: float) -> Callable[[Find], Rule]:
    """Turn a function that finds violations into a rule.

    Parameters
    ----------
    id_, statement, mend
        As in :class:`Rule`.
    **bound
        The rule's bounds, passed to the function as keyword arguments.
    """
    return lambda find: Rule(id_, statement, mend, find, bound)


def at_item(scope: Scope, item_id: str) -> Place:
    """Return the place of an item in its bank file."""
    chapter = scope.bank.chapter_of(item_id)
    return Place(chapter.file, chapter.lines.get(item_id, 1), item_id)


def at_bank(scope: Scope) -> Place:
    """Return the bank as a whole."""
    return Place(scope.bank.chapters[0].file.parent if scope.bank.chapters else Path())


def listed(ids: Iterable[str]) -> str:
    """Join ids of items for a message."""
    return "、".join(ids)


def share(found: int, total: int, unit: str = "题") -> str:
    """Render a share for a message, such as ``3 / 12 题（25%）``."""
    return f"{found} / {total} {unit}（{found / total:.0%}）"


def is_too_many(found: int, total: int, most: float) -> bool:
    """Return whether the share of items found is too large; a single item never is.

    Otherwise the first items of a new course would violate all rules on shares.
    """
    return found > 1 and found / total > most


def uneven(
    groups: Mapping[T, Sequence[str]], least: float, most: float, fewest: int
) -> Iterator[tuple[T, str]]:
    """Yield groups with too small or too large a share of all items.

    Parameters
    ----------
    groups
        Ids of items by group.
    least, most
        The bounds of a group's share.
    fewest
        Minimum number of items in all; with fewer, shares mean little.

    Yields
    ------
    tuple of T and str
        A group out of bounds, and its share and items for a message.
    """
    total = sum(map(len, groups.values()))
    for name, ids in groups.items():
        if total >= fewest and not least <= len(ids) / total <= most:
            named = f"：{listed(ids)}" if ids else ""
            yield name, f"{share(len(ids), total)}{named}"
