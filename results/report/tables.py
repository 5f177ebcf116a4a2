"""The tables of a report: the page and the workbook show the same."""

from __future__ import annotations

from exercises.marking.delimited import Value
from results.report.item_tables import items_table, objectives_table, options_table, papers_table
from results.report.people_tables import gain_table, people_table, progress_table, units_table
from results.report.selection import Told
from results.report.table import Table


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
        _problems(told),
    ]
    return [one for one in made if len(one.rows) > 1]


def _problems(told: Told) -> Table:
    rows: list[list[Value]] = [["文件", "哪里", "为什么没有计入", "几处"]]
    rows += [[one.file, one.place, one.message, one.count] for one in told.problems]
    return Table("没有计入的", "", rows, [36, 28, 64, 8])
