"""Items picked by a trainer: to include in a paper, to exclude, or the whole paper."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from course.text import UnreadableTextError, decoded
from exercises.bank import Bank
from exercises.papers.plan import Draw, Plan, is_graded, planned, pool_of


class ChosenError(ValueError):
    """The items picked cannot make a paper; holds everything that is wrong.

    Parameters
    ----------
    problems
        Each says what is wrong and how to fix it.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))


@dataclass(frozen=True)
class Chosen:
    """The items picked.

    Parameters
    ----------
    include
        Ids of items that the paper must have.
    exclude
        Ids of items that it must not have.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.include or self.exclude)


def with_chosen(plan: Plan, chosen: Chosen, bank: Bank) -> Plan:
    """Return a plan that includes some items and excludes others.

    A draw with included items is split in two: these items, all of which are drawn, and as many of
    the remaining ones as are still needed.

    Parameters
    ----------
    plan
        The plan of a blueprint.
    chosen
        The items picked.
    bank
        The bank with the items.

    Raises
    ------
    ChosenError
        If an item is unknown, matches no row of the blueprint, or too many are picked.
    """
    problems = list(_unusable(chosen, bank))
    pools = {one.id for draw in plan.draws for one in draw.pool}
    problems += [
        f"题目 {id_} 不在这份蓝图的章和层次里；请去掉，或用 --list 自己定全部题目"
        for id_ in chosen.include
        if id_ not in pools and not problems
    ]
    draws: list[Draw] = []
    for draw in plan.draws:
        picked = tuple(one for one in draw.pool if one.id in chosen.include)
        rest = tuple(one for one in draw.pool if one.id not in {*chosen.include, *chosen.exclude})
        left = draw.items - len(picked)
        if left < 0:
            problems.append(
                f"“{draw.part}”每题 {draw.points} 分的一行只抽 {draw.items} 道，"
                f"--include 里有 {len(picked)} 道；请去掉 {-left} 道"
            )
        elif left > len(rest):
            problems.append(
                f"“{draw.part}”每题 {draw.points} 分的一行要 {draw.items} 道，"
                f"排除以后只剩 {len(rest) + len(picked)} 道；请少排除 {left - len(rest)} 道"
            )
        if picked:
            draws.append(replace(draw, items=len(picked), pool=picked))
        if left > 0:
            draws.append(replace(draw, items=left, pool=rest))
    if problems:
        raise ChosenError(problems)
    return planned(plan.id, plan.title, plan.minutes, tuple(draws), bank)


def listed_plan(  # ruff: ignore[too-many-arguments] (the plan's parts)
    items: Sequence[str], bank: Bank, *, id_: str, title: str, minutes: int, points: int
) -> Plan:
    """Return a plan for papers with exactly some items.

    Raises
    ------
    ChosenError
        If one is unknown, listed twice, or cannot be graded.
    """
    if problems := list(_unusable(Chosen(tuple(items)), bank)):
        raise ChosenError(problems)
    pool = pool_of((bank.item(item) for item in items), bank)
    return planned(id_, title, minutes, (Draw(title, len(pool), points, pool),), bank)


def read_list(file: Path) -> tuple[str, ...]:
    """Read a list of items: one id per line, with comments after #.

    Raises
    ------
    ChosenError
        If it cannot be read or is empty.
    """
    try:
        text = decoded(file.read_bytes())
    except OSError as error:
        raise ChosenError([f"读不到题目清单 {file}；请写对文件名"]) from error
    except UnreadableTextError as error:
        raise ChosenError([f"{file}:{error.line}：{error.problem}"]) from error
    lines = (unicodedata.normalize("NFKC", line).partition("#")[0] for line in text.split("\n"))
    ids = [word for line in lines for word in re.split(r"[\s,、]+", line) if word]
    if not ids:
        raise ChosenError([f"题目清单 {file} 里没有题目；请一行写一个题目编号"])
    return tuple(ids)


def _unusable(chosen: Chosen, bank: Bank) -> Iterable[str]:
    known = {item.id for item in bank}
    named = [*chosen.include, *chosen.exclude]
    for id_ in dict.fromkeys(named):
        if id_ not in known:
            near = difflib.get_close_matches(id_, sorted(known), n=1, cutoff=0)
            yield f"题库里没有 {id_}；最接近的是 {near[0] if near else '（题库是空的）'}"
        elif named.count(id_) > 1:
            yield f"题目 {id_} 写了两次；请删去一处"
        elif id_ in chosen.include and not is_graded(bank.item(id_)):
            yield f"题目 {id_} 是{bank.item(id_).own_label}，靠学员自评，不能计分；请去掉"
