"""The tables of a class: scores by person, statistics by item, reliability."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from exercises.bank import Bank
from exercises.inline import plain
from exercises.item import LEVELS
from exercises.marking.delimited import Value
from exercises.marking.moments import FEW_PEOPLE
from exercises.marking.scoring import Marked
from exercises.marking.statistics import ClassFigures, ItemFigures, remarks
from speech import parse_reference

Table = list[list[Value]]

#: Head of the column from which `results` tells whether an item has been changed since.
VERSION: Final = "题目版本"
PASSED: Final = {True: "及格", False: "不及格"}


def objective_texts(bank: Bank) -> dict[str, str]:
    """Return the texts of the objectives by id."""
    return {one.id: one.text for chapter in bank.chapters for one in chapter.objectives}


def passed(one: Marked, most: int, pass_mark: int) -> bool:
    """Return whether a total reaches the pass mark, a percentage."""
    return one.total * 100 >= pass_mark * most


def score_table(marked: Sequence[Marked], bank: Bank, most: int, pass_mark: int) -> Table:
    """Return the scores: total, whether it is a pass, each objective, each question.

    Parameters
    ----------
    marked
        The class.
    bank
        The bank with the objectives.
    most
        Points of the paper.
    pass_mark
        The pass mark, as a percentage.
    """
    texts = objective_texts(bank)
    first = marked[0]
    head: list[Value] = ["姓名", "单位", f"总分（满分 {most}）", f"是否及格（{pass_mark}%）"]
    head += [
        f"{texts.get(id_, id_)}（{points} 分）" for id_, (_, points) in first.by_objective().items()
    ]
    head += [f"第 {result.asked.number} 题（{result.asked.points} 分）" for result in first.results]
    rows: Table = [head]
    for one in marked:
        row: list[Value] = [one.person.name, one.person.unit, one.total]
        row.append(PASSED[passed(one, most, pass_mark)])
        row += [earned for earned, _ in one.by_objective().values()]
        row += [result.earned for result in one.results]
        rows.append(row)
    return rows


def response_table(marked: Sequence[Marked]) -> Table:
    """Return each person's responses as the rubrics read them; empty for points by a marker."""
    head: list[Value] = ["姓名", "单位", *(r.asked.number for r in marked[0].results)]
    rows: Table = [head]
    for one in marked:
        given = [
            ""
            if result.reading.points is not None
            else json.dumps(dict(result.reading.response), ensure_ascii=False, sort_keys=True)
            for result in one.results
        ]
        rows.append([one.person.name, one.person.unit, *given])
    return rows


def item_table(figures: ClassFigures) -> Table:
    """Return the statistics of each item."""
    rows: Table = [
        [
            "题号",
            "题型",
            "层次",
            "分值",
            "平均分",
            "难度",
            "区分度",
            "各选项人数",
            "答案",
            "题目",
            "题目编号",
            VERSION,
        ]
    ]
    for one in figures.items:
        item = one.asked.item
        chosen = "　".join(f"{label} {number}" for label, number in one.chosen.items())
        rows.append([
            one.asked.number,
            item.own_label,
            LEVELS[item.level],
            one.asked.points,
            one.mean,
            one.difficulty,
            "" if one.discrimination is None else one.discrimination,
            chosen,
            item.key(),
            plain(item.stem),
            item.id,
            # Not that of the item as arranged for the paper.
            one.asked.question.item.version,
        ])
    return rows


def reliability_table(figures: ClassFigures, passes: int, pass_mark: int) -> Table:
    """Return the statistics of the class, and how to interpret them."""
    alpha, error = figures.alpha, figures.error
    rows: Table = [
        ["项目", "数值", "说明"],
        ["人数", figures.people, _note_on(figures.people)],
        ["平均分", figures.mean, ""],
        ["标准差", figures.deviation, "总分的离散程度"],
        ["及格人数", passes, f"及格线 {pass_mark}%"],
        [
            "信度（Cronbach α）",
            "" if alpha is None else alpha,
            "各人得分都一样，算不出"
            if alpha is None
            else "0.7 以上，总分较可靠；低于 0.5，只宜参考",
        ],
        [
            "测量标准误",
            "" if error is None else error,
            "" if error is None else "同一个人再考一次，总分多半在上下这么多分之内",
        ],
    ]
    return rows


def attention_table(figures: ClassFigures) -> Table:
    """Return the items that need review, with the reasons."""
    rows: Table = [["题号", "题目编号", "为什么要看", "出处"]]
    for one in figures.items:
        rows += [
            [one.asked.number, one.asked.item.id, said, _sources(one)] for said in remarks(one)
        ]
    if len(rows) == 1:
        rows.append(["", "", "没有特别要看的题", ""])
    return rows


def _note_on(people: int) -> str:
    return "" if people >= FEW_PEOPLE else f"不足 {FEW_PEOPLE} 人，难度、区分度、信度只供参考"


def _sources(figures: ItemFigures) -> str:
    return "、".join(parse_reference(source).label for source in figures.asked.item.source)
