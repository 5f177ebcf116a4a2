"""What is ordered: a blueprint of the course, or one put together from options."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from course import Course
from course.arguments import listed
from exercises import Bank
from exercises.item import LEVELS
from exercises.papers import Blueprint, Part, Row, load_blueprint
from exercises.papers.plan import is_graded
from publishing.errors import CourseError

#: Id of a blueprint put together from options.
OWN: Final = "own"
_ITEMS: Final = 20
_FULL_MARKS: Final = 100
_MINUTES_EACH: Final = 2


@dataclass(frozen=True)
class Order:
    """The options of a command.

    Parameters
    ----------
    blueprint
        Id of a blueprint of the course, or empty.
    chapters, levels
        What a paper of one's own is drawn from; empty for all.
    items
        How many items it has; ``None`` for the usual number.
    """

    blueprint: str = ""
    chapters: Sequence[str] = ()
    levels: Sequence[str] = ()
    items: int | None = None

    @property
    def is_own(self) -> bool:
        """Whether it is a paper of one's own, and not the course's."""
        return bool(self.chapters or self.levels or self.items is not None)


def ordered(order: Order, course: Course, bank: Bank) -> Blueprint:
    """Give the blueprint of an order.

    Raises
    ------
    CourseError
        If options exclude each other or name what there is not.
    BlueprintError
        If the course has no such blueprint.
    """
    if not order.is_own:
        return load_blueprint(course, order.blueprint or "final")
    if order.blueprint:
        raise CourseError(
            "--blueprint 已经定下范围，不能再写 --chapters、--levels 或 --items；请去掉一边"
        )
    chapters = _known("--chapters", order.chapters, [c.id for c in bank.chapters if c.items])
    levels = _known("--levels", order.levels, list(LEVELS))
    items = _ITEMS if order.items is None else order.items
    if not 1 <= items <= _FULL_MARKS:
        raise CourseError(f"--items 是 {items}；请写 1 到 {_FULL_MARKS} 之间的数")
    have = sum(
        is_graded(item) and item.level in levels
        for chapter in bank.chapters
        if chapter.id in chapters
        for item in chapter.items
    )
    if items > have:
        raise CourseError(
            f"要 {items} 道题，所选的章和层次里能计分的只有 {have} 道；"
            "请减少 --items，或放宽 --chapters、--levels"
        )
    titles = {chapter.id: chapter.title for chapter in bank.chapters}
    row = Row(levels=levels, items=items, points=max(1, _FULL_MARKS // items))
    name = "、".join(titles[chapter] for chapter in chapters) if order.chapters else "全书"
    part = Part(name=name, chapters=tuple(chapters), rows=(row,))
    return Blueprint(id=OWN, title="测试", minutes=_MINUTES_EACH * items, parts=(part,))


def _known(option: str, given: Sequence[str], known: list[str]) -> tuple[Any, ...]:
    """Hold what was given to what there is; nothing given is all."""
    unknown = [value for value in given if value not in known]
    if unknown:
        raise CourseError(f"{option} 里的 {'、'.join(unknown)} 没有；可写：{'、'.join(known)}")
    return tuple(dict.fromkeys(given or known))


def order_of(arguments: argparse.Namespace) -> Order:
    """Read an order from a command's options ``--blueprint --chapters --levels --items``.

    Raises
    ------
    CourseError
        If ``--items`` is no number.
    """
    return Order(
        blueprint=arguments.blueprint,
        chapters=listed(arguments.chapters),
        levels=listed(arguments.levels),
        items=_number(arguments.items),
    )


def _number(given: str) -> int | None:
    if given and not given.isdecimal():
        raise CourseError(f"--items 是“{given}”；请写一个整数")
    return int(given) if given else None
