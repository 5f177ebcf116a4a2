"""The tables of a report: the page and the workbook show the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from exercises.item import LEVELS
from exercises.marking.cells import Value
from exercises.marking.moments import FEW_PEOPLE, level_remarks
from results.computing import LISTED, Figures
from results.figures import ItemFigures, day
from results.report.wording import Words
from results.responses import PRACTICE, Problem

#: From here down the class got an item wrong.
WRONG: Final = 0.6
_DISCUSSED: Final = 20


@dataclass(frozen=True)
class Table:
    """A table with its title.

    Parameters
    ----------
    title
        The sheet's name, and the head on the page.
    note
        How to read it; may be empty.
    rows
        The head and the rows.
    widths
        Widths of the columns in characters.
    """

    title: str
    note: str
    rows: list[list[Value]]
    widths: Sequence[int]


@dataclass(frozen=True)
class Told:
    """What the tables are made of.

    Parameters
    ----------
    figures
        The figures.
    words
        The bank's words.
    chapters
        Number, title and size of each chapter, by its id.
    problems
        What was left out.
    least
        How many people a group must have.
    """

    figures: Figures
    words: Words
    chapters: dict[str, tuple[str, int]]
    problems: Sequence[Problem]
    least: int


def tables(told: Told) -> list[Table]:
    """Give all tables that have anything to tell, in the report's order.

    Parameters
    ----------
    told
        The figures and the words.
    """
    made = [
        _papers(told),
        _objectives(told),
        _items(told),
        _options(told),
        _units(told),
        _gain(told),
        _people(told),
        _done(told),
        _problems(told),
    ]
    return [one for one in made if len(one.rows) > 1]


def enough(told: Told) -> list[ItemFigures]:
    """Give the items that enough people answered."""
    return [one for one in told.figures.items if one.people >= told.least]


def discussed(told: Told) -> list[ItemFigures]:
    """Give the items that the class got wrong, the worst first."""
    wrong = [one for one in enough(told) if one.difficulty < WRONG]
    return sorted(wrong, key=lambda one: (one.difficulty, one.item))[:_DISCUSSED]


def objective_shares(told: Told) -> list[tuple[str, str, int, float, float]]:
    """Give for each paper and objective its items, and the shares of first and last answers."""
    groups: dict[tuple[str, str], list[ItemFigures]] = {}
    for one in enough(told):
        groups.setdefault((one.paper, told.words.item(one.item).objective), []).append(one)
    return [
        (
            paper,
            objective,
            len(items),
            sum(one.difficulty for one in items) / len(items),
            sum(one.last for one in items) / len(items),
        )
        for (paper, objective), items in sorted(groups.items())
    ]


def _papers(told: Told) -> Table:
    rows: list[list[Value]] = [
        [
            "试卷",
            "人数",
            "得分率",
            "全部作答的人数",
            "信度（Cronbach α）",
            "测量标准误（分）",
            "说明",
        ]
    ]
    for one in told.figures.papers:
        small = one.people < told.least
        note = f"不足 {told.least} 人，不单独列出" if small else ""
        if not small and one.people < FEW_PEOPLE:
            note = f"不足 {FEW_PEOPLE} 人，难度、区分度、信度只供参考"
        rows.append([
            one.paper,
            one.people,
            None if small else one.share,
            one.whole,
            None if one.whole < told.least else one.alpha,
            None if one.whole < told.least else one.error,
            note,
        ])
    return Table(
        "总览",
        "得分率按第一次作答算；信度只看把这一份全部做完的人，0.7 以上较可靠，低于 0.5 只宜参考。",
        rows,
        [24, 8, 8, 14, 18, 16, 48],
    )


def _objectives(told: Told) -> Table:
    rows: list[list[Value]] = [["学习目标", "试卷", "题数", "第一次得分率", "最后得分率"]]
    rows += [
        [told.words.objectives.get(objective, objective), paper, items, first, last]
        for paper, objective, items, first, last in objective_shares(told)
    ]
    return Table("学习目标", "得分率是各题的平均。", rows, [48, 24, 8, 14, 12])


def _items(told: Told) -> Table:
    rows: list[list[Value]] = [
        [
            "题",
            "试卷",
            "题目",
            "题型",
            "层次",
            "人数",
            "难度",
            "区分度",
            "最后得分率",
            "平均作答次数",
            "平均用时（秒）",
            "要看的",
            "题目编号",
        ]
    ]
    for one in told.figures.items:
        item = told.words.item(one.item)
        row: list[Value] = [
            told.words.numbers[one.item],
            one.paper,
            told.words.stem(one.item),
            item.own_label,
            LEVELS[item.level],
        ]
        if one.people < told.least:
            rows.append([
                *row,
                None,
                None,
                None,
                None,
                None,
                None,
                f"不足 {told.least} 人",
                item.id,
            ])
            continue
        rows.append([
            *row,
            one.people,
            one.difficulty,
            one.discrimination,
            one.last,
            one.attempts,
            one.seconds,
            "；".join(level_remarks(one.difficulty, one.discrimination)),
            item.id,
        ])
    return Table(
        "各题",
        "难度是第一次作答的得分率；区分度是这题的得分与同一份其余各题得分率的相关，0.2 以上为宜。"
        "用时不算超过 30 分钟的。",
        rows,
        [8, 20, 48, 12, 8, 8, 8, 8, 12, 14, 14, 40, 26],
    )


def _options(told: Told) -> Table:
    rows: list[list[Value]] = [["题", "试卷", "作答", "对错", "人数", "占", "其余各题得分率"]]
    for one in enough(told):
        for chosen in one.chosen:
            if chosen.people < told.least and told.words.is_typed(one.item):
                continue
            right = told.words.is_right(one, chosen)
            rows.append([
                told.words.numbers[one.item],
                one.paper,
                told.words.response(one.item, chosen.response),
                "对" if right else "",
                chosen.people,
                chosen.people / one.people,
                chosen.rest if chosen.people >= told.least else None,
            ])
    return Table(
        "选了什么",
        "每题最多列十种第一次的作答；选错的人其余各题反而得分高，就要核对答案。",
        rows,
        [8, 20, 60, 6, 8, 8, 16],
    )


def _units(told: Told) -> Table:
    rows: list[list[Value]] = [["单位", "试卷", "人数", "得分率"]]
    rows += [
        [group.name, one.paper, group.people, group.share]
        for one in told.figures.papers
        for group in one.units
    ]
    note = f"不足 {told.least} 人的单位并在“其他”里。"
    return Table("各单位", note, rows, [32, 24, 8, 8])


def _gain(told: Told) -> Table:
    rows: list[list[Value]] = [["项目", "前", "后", "增减"]]
    gain = told.figures.gain
    if gain and gain.people >= told.least:
        rows.append(["得分率", gain.first, gain.second, gain.second - gain.first])
        rows += [
            [told.words.objectives.get(one, one), before, after, after - before]
            for one, before, after in gain.objectives
        ]
        rows += [
            ["增减的标准差", None, None, gain.deviation],
            ["进步的人数", None, None, gain.better],
            ["退步的人数", None, None, gain.worse],
        ]
    note = f"前：{gain.before}；后：{gain.after}；两份都做了的 {gain.people} 人。" if gain else ""
    return Table("前后对照", note, rows, [48, 10, 10, 10])


def _people(told: Told) -> Table:
    rows: list[list[Value]] = [
        ["学员", "试卷", "做了几题", "第一次得分率", "最后得分率", "共作答几次", "最近一次"]
    ]
    rows += [
        [
            row["learner"],
            row["paper"],
            row["items"],
            row["total"] / row["most"] if row["most"] else None,
            row["last"] / row["last_most"],
            row["attempts"],
            day(row["when"]),
        ]
        for row in told.figures.people
    ]
    more = told.figures.learners > LISTED
    note = f"只列前 {LISTED} 人，共 {told.figures.learners} 人。" if more else ""
    return Table("各人", note, rows, [28, 24, 10, 14, 12, 12, 14])


def _done(told: Told) -> Table:
    titles = [f"{title}（{size} 题）" for title, size in told.chapters.values()]
    rows: list[list[Value]] = [["学员", *titles]]
    rows += [
        [learner, *(done.get(chapter, 0) for chapter in told.chapters)]
        for learner, done in sorted(told.figures.done.items())
    ]
    return Table(f"{PRACTICE}进度", "各章做了几题。", rows, [28, 12])


def _problems(told: Told) -> Table:
    rows: list[list[Value]] = [["文件", "哪里", "为什么没有计入", "几处"]]
    rows += [[one.file, one.place, one.message, one.count] for one in told.problems]
    return Table("没有计入的", "", rows, [36, 28, 64, 8])
