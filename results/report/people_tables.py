"""Tables of units, of before and after, and of who did what."""

from __future__ import annotations

from datetime import UTC, datetime

from exercises.marking.delimited import Value
from results.computing import LISTED
from results.report.selection import Told
from results.report.table import Table
from results.responses import PRACTICE


def units_table(told: Told) -> Table:
    """List the units."""
    rows: list[list[Value]] = [["单位", "试卷", "人数", "得分率"]]
    rows += [
        [group.name, one.paper, group.people, group.share]
        for one in told.figures.papers
        for group in one.units
    ]
    note = f"不足 {told.least} 人的单位并在“其他”里。"
    return Table("各单位", note, rows, [32, 24, 8, 8])


def gain_table(told: Told) -> Table:
    """Compare before and after."""
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
    note = ""
    if gain:
        people = {one.paper: one.people - gain.people for one in told.figures.papers}
        note = (
            f"前：{gain.before}；后：{gain.after}；只比两份都做了的 {gain.people} 人，不在内的："
            f"只做了前一份的 {people[gain.before]} 人，只做了后一份的 {people[gain.after]} 人。"
        )
    return Table("前后对照", note, rows, [48, 10, 10, 10])


def people_table(told: Told) -> Table:
    """List who did what."""
    rows: list[list[Value]] = [
        ["学员", "试卷", "做了几题", "第一次得分率", "最后得分率", "共作答几次", "最近一次"]
    ]
    rows += [
        [
            row["learner"],
            row["paper"],
            row["items"],
            row["total"] / row["total_most"] if row["total_most"] else None,
            row["last"] / row["last_most"],
            row["attempts"],
            _day(row["when"]),
        ]
        for row in told.figures.people
        if told.listed(row["paper"])
    ]
    more = told.figures.learners > LISTED
    note = f"只列前 {LISTED} 人，共 {told.figures.learners} 人。" if more else ""
    return Table("各人", note, rows, [28, 24, 10, 14, 12, 12, 14])


def progress_table(told: Told) -> Table:
    """List how much of each chapter each learner did."""
    titles = [f"{title}（{size} 题）" for title, size in told.chapters.values()]
    rows: list[list[Value]] = [["学员", *titles]]
    rows += [
        [learner, *(done.get(chapter, 0) for chapter in told.chapters)]
        for learner, done in sorted(told.figures.done.items())
        if told.listed(PRACTICE)
    ]
    return Table(f"{PRACTICE}进度", "各章做了几题。", rows, [28, 12])


def _day(ms: int | None) -> str:
    if ms is None:
        return ""
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone().strftime("%Y-%m-%d")
