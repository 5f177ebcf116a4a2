"""A plan: a blueprint resolved against the bank.

A plan is plain data with everything that drawing a paper needs, so that a few lines of JavaScript
can draw papers on a page without knowing blueprints or the bank.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Final

from course import Fault
from exercises.bank import Bank
from exercises.item import LEVELS, Item
from exercises.kinds.registry import kinds
from exercises.papers.blueprint import Blueprint, BlueprintError, Part, Row

_VERSION_LENGTH: Final = 6


@dataclass(frozen=True)
class Candidate:
    """An item that may be drawn.

    Parameters
    ----------
    id
        Its id.
    chapter
        Id of its chapter.
    label
        Its label for learners.
    sentences
        Ids of the sentences that contain its answer.
    """

    id: str
    chapter: str
    label: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Draw:
    """A number of candidates to draw from a pool.

    Parameters
    ----------
    part
        Name of the group of chapters.
    items
        How many are drawn.
    points
        Points for each.
    pool
        The candidates, sorted by id; pools do not overlap.
    """

    part: str
    items: int
    points: int
    pool: tuple[Candidate, ...]


@dataclass(frozen=True)
class Plan:
    """All data needed to draw a paper.

    Parameters
    ----------
    id, title, minutes
        As in the blueprint.
    version
        Short hash of the draws and of what their items ask; with another version the same seed may
        result in another paper.
    labels
        The items' labels, in the order in which a paper asks them.
    draws
        The draws, in this order.
    """

    id: str
    title: str
    minutes: int
    version: str
    labels: tuple[str, ...]
    draws: tuple[Draw, ...]


def compile_plan(blueprint: Blueprint, bank: Bank) -> Plan:
    """Resolve a blueprint against a bank.

    Parameters
    ----------
    blueprint
        The blueprint.
    bank
        The bank to draw from.

    Returns
    -------
    Plan
        A plan that can always be met.

    Raises
    ------
    BlueprintError
        If a row names something unknown, shares items with another row, or
        needs more items than there are; it holds all faults.
    """
    faults = list(_faults(blueprint, bank))
    if faults:
        raise BlueprintError(faults)
    draws = tuple(
        Draw(
            part.name,
            row.items,
            row.points,
            tuple(_candidate(item, bank) for item in _pool(part, row, bank)),
        )
        for part in blueprint.parts
        for row in part.rows
    )
    return planned(blueprint.id, blueprint.title, blueprint.minutes, draws, bank)


def planned(id_: str, title: str, minutes: int, draws: tuple[Draw, ...], bank: Bank) -> Plan:
    """Make a plan from draws, adding its version and the order of labels."""
    used = sorted(_place(bank.item(one.id)) for each in draws for one in each.pool)
    labels = tuple(dict.fromkeys(label for *_, label in used))
    return Plan(id_, title, minutes, _version(draws, bank), labels, draws)


def pool_of(items: Iterable[Item], bank: Bank) -> tuple[Candidate, ...]:
    """Return items as candidates, sorted by id so that the input order does not matter."""
    return tuple(_candidate(item, bank) for item in sorted(items, key=lambda item: item.id))


def is_graded(item: Item) -> bool:
    """Return whether a test may include an item: self-rated items cannot be scored."""
    return not item.self_rated


def _pool(part: Part, row: Row, bank: Bank) -> list[Item]:
    """Return the items that a row may draw, sorted by id whatever their order in the files."""
    return sorted(
        (
            item
            for chapter in bank.chapters
            if chapter.id in part.chapters
            for item in chapter.items
            if is_graded(item) and item.level in row.levels and item.kind in (row.kinds or kinds())
        ),
        key=lambda item: item.id,
    )


def _candidate(item: Item, bank: Bank) -> Candidate:
    sentences = dict.fromkeys(sentence.id for sentence in item.sentences)
    return Candidate(item.id, bank.chapter_of(item.id).id, item.own_label, tuple(sentences))


def _version(draws: tuple[Draw, ...], bank: Bank) -> str:
    asked = {one.id: bank.item(one.id).version for each in draws for one in each.pool}
    canonical = json.dumps([[asdict(one) for one in draws], asked], sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:_VERSION_LENGTH]


def _place(item: Item) -> tuple[int, str, str]:
    """Return the sort key of an item on a paper: by kind, short answers first, then by label."""
    return item.rank, item.kind, item.own_label


def _faults(blueprint: Blueprint, bank: Bank) -> Iterator[Fault]:
    chapters = {chapter.id for chapter in bank.chapters}
    taken: dict[str, str] = {}
    for i, part in enumerate(blueprint.parts):
        unknown = [chapter for chapter in part.chapters if chapter not in chapters]
        if unknown:
            known = "、".join(sorted(chapters))
            message = f"“{part.name}”里的 {'、'.join(unknown)} 不是题库的章；现有：{known}"
            yield blueprint.fault(i, 0, message)
            continue
        for j, row in enumerate(part.rows):
            message = _fault_of_kinds(row) or _fault_of_pool(part, row, bank, taken)
            if message:
                yield blueprint.fault(i, j, message)


def _fault_of_kinds(row: Row) -> str:
    for kind in row.kinds:
        if kind not in kinds():
            return f"没有题型 {kind}；现有题型：{'、'.join(kinds())}"
        if kinds()[kind].self_rated:
            return f"题型 {kind}（{kinds()[kind].label}）靠学员自评，不能计分；请从 kinds 删去"
    return ""


def _fault_of_pool(part: Part, row: Row, bank: Bank, taken: dict[str, str]) -> str:
    """Check a row's pool for its size and for overlaps with earlier pools, recorded in `taken`."""
    pool = _pool(part, row, bank)
    shared = [item.id for item in pool if item.id in taken]
    taken |= {item.id: part.name for item in pool}
    if shared:
        return (
            f"{shared[0]} 等 {len(shared)} 道题前面的行（“{taken[shared[0]]}”）也会抽到；"
            "请让各行的章、levels 或 kinds 不相重叠"
        )
    if len(pool) < row.items:
        levels = "、".join(LEVELS[level] for level in row.levels)
        return (
            f"“{part.name}”要{levels}题 {row.items} 道，题库里合乎的只有 {len(pool)} 道；"
            "请减少 items，放宽 levels 或 kinds，或者补题"
        )
    return ""
