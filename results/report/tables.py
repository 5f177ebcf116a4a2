"""The tables of a report: the page and the workbook show the same."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.marking.delimited import Value
from results.report.item_tables import items_table, objectives_table, options_table, papers_table
from results.report.people_tables import gain_table, people_table, progress_table, units_table
from results.report.selection import Told
from results.report.table import Table
from results.responses import Problem


def tables(told: Told) -> list[Table]:
    """Give all tables that have anything to tell, in the report's order.

    Parameters
    ----------
    told
        The figures and the words.
    """
    made = [
        papers_table(told),
        objectives_table(told),
        items_table(told),
        options_table(told),
        units_table(told),
        gain_table(told),
        people_table(told),
        progress_table(told),
        _problems("没有计入的", "为什么没有计入", told.problems),
        _problems("要核对的", "要核对什么（已计入）", told.doubts),
    ]
    return [one for one in made if len(one.rows) > 1]


def _problems(title: str, what: str, problems: Sequence[Problem]) -> Table:
    rows: list[list[Value]] = [["文件", "哪里", what, "几处"]]
    rows += [[one.file, one.place, one.message, one.count] for one in problems]
    return Table(title, "", rows, [36, 28, 64, 8])
