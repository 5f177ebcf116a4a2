"""Orders for papers: a blueprint of the course, or one assembled from options."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from course import Course
from course.arguments import listed
from exercises import Bank
from exercises.item import LEVELS
from exercises.papers import (
    Blueprint,
    Chosen,
    ChosenError,
    Paper,
    Part,
    Row,
    drawn,
    listed_plan,
    load_blueprint,
    read_list,
    sample,
)
from exercises.papers.plan import is_graded
from publishing.errors import CourseError

#: Id of a blueprint assembled from options.
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
        The range from which to draw without a blueprint; empty for all.
    items
        Number of items; ``None`` for the default.
    chosen
        Items to include or to exclude.
    listed
        All items of a paper chosen by hand; empty for a paper that is drawn.
    """

    blueprint: str = ""
    chapters: Sequence[str] = ()
    levels: Sequence[str] = ()
    items: int | None = None
    chosen: Chosen = field(default_factory=Chosen)
    listed: Sequence[str] = ()

    @property
    def is_own(self) -> bool:
        """Whether the range is given by options instead of a blueprint."""
        return bool(self.chapters or self.levels or self.items is not None)


def ordered_paper(order: Order, course: Course, bank: Bank, seed: str, form: str) -> Paper:
    """Draw the paper of an order.

    Raises
    ------
    CourseError
        If options conflict, name something that does not exist, or choose unsuitable items.
    BlueprintError
        If the course has no such blueprint, or the bank cannot satisfy it.
    """
    try:
        if not order.listed:
            return sample(ordered(order, course, bank), bank, seed, form, order.chosen)
        if order.is_own or order.blueprint or order.chosen:
            raise CourseError(
                "--list 已经定下全部题目，不能再写 --blueprint、--chapters、--levels、--items、"
                "--include 或 --exclude；请去掉一边"
            )
        plan = listed_plan(
            order.listed,
            bank,
            id_=OWN,
            title="测试",
            minutes=_MINUTES_EACH * len(order.listed),
            points=max(1, _FULL_MARKS // len(order.listed)),
        )
        return drawn(plan, bank, seed, form)
    except ChosenError as error:
        raise CourseError(str(error)) from error


def ordered(order: Order, course: Course, bank: Bank) -> Blueprint:
    """Return the blueprint of an order.

    Raises
    ------
    CourseError
        If options conflict or name something that does not exist.
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
    """Check values against the known ones; without values, return all."""
    unknown = [value for value in given if value not in known]
    if unknown:
        raise CourseError(f"{option} 里的 {'、'.join(unknown)} 没有；可写：{'、'.join(known)}")
    return tuple(dict.fromkeys(given or known))


def order_of(arguments: argparse.Namespace) -> Order:
    """Make an order from the options defined by :func:`add_order`.

    Raises
    ------
    CourseError
        If ``--items`` is not a number, or the list of items cannot be read.
    """
    try:
        listed_items = read_list(Path(arguments.list)) if arguments.list else ()
    except ChosenError as error:
        raise CourseError(str(error)) from error
    return Order(
        blueprint=arguments.blueprint,
        chapters=listed(arguments.chapters),
        levels=listed(arguments.levels),
        items=_number(arguments.items),
        chosen=Chosen(listed(arguments.include), listed(arguments.exclude)),
        listed=listed_items,
    )


def add_order(parser: argparse.ArgumentParser, also: str = "") -> None:
    """Add the options that select a paper's items.

    Parameters
    ----------
    parser
        The command's parser.
    also
        Appended to the help text of every option.
    """
    for option, metavar, text in (
        ("--chapters", "章", "自选范围：章的编号（题库文件开头的 chapter），几章用逗号隔开"),
        ("--levels", "层次", "自选层次：remember,understand,apply,analyse 中的几个"),
        ("--items", "题数", "自选题数，默认 20"),
        ("--include", "题目", "必有的题：题目编号，几题用逗号隔开；其余照抽"),
        ("--exclude", "题目", "不要的题：题目编号，几题用逗号隔开"),
        ("--list", "文件", "自己定全部题目：一个文本文件，一行一个题目编号"),
    ):
        parser.add_argument(option, metavar=metavar, default="", help=text + also)


def _number(given: str) -> int | None:
    if given and not given.isdecimal():
        raise CourseError(f"--items 是“{given}”；请写一个整数")
    return int(given) if given else None
