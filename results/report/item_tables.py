"""Tables of papers, objectives, items and what was answered."""

from __future__ import annotations

from exercises.item import LEVELS
from exercises.marking.delimited import Value
from exercises.marking.moments import FEW_PEOPLE, level_remarks
from results.report.selection import Told, enough, in_order, objective_shares
from results.report.table import Table


def papers_table(told: Told) -> Table:
    """List the papers: how many, how well, how reliable."""
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


def objectives_table(told: Told) -> Table:
    """List the objectives' shares."""
    rows: list[list[Value]] = [["学习目标", "试卷", "题数", "第一次得分率", "最后得分率"]]
    rows += [
        [told.words.objectives.get(objective, objective), paper, items, first, last]
        for paper, objective, items, first, last in objective_shares(told)
    ]
    return Table("学习目标", "得分率是各题的平均。", rows, [48, 24, 8, 14, 12])


def items_table(told: Told) -> Table:
    """List the items' figures."""
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
    for one in in_order(told):
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


def options_table(told: Told) -> Table:
    """List what was answered."""
    rows: list[list[Value]] = [["题", "试卷", "作答", "对错", "人数", "占", "其余各题得分率"]]
    for one in enough(told):
        for chosen in one.chosen:
            if chosen.people < told.least and told.words.is_typed(one.item, chosen.response):
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
