"""The class sheet as a workbook with a chart."""

from __future__ import annotations

import io
from collections.abc import Sequence
from math import ceil
from typing import Final

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from exercises.bank import Bank
from exercises.marking.scores import (
    attention_table,
    item_table,
    passed,
    reliability_table,
    response_table,
    score_table,
)
from exercises.marking.scoring import Marked
from exercises.marking.sheet_layout import lay_out_head, lay_out_print, lay_out_rows
from exercises.marking.statistics import ClassFigures
from exercises.marking.workbook_cells import put_table
from exercises.papers import Paper

#: The hidden sheet from which `results` reads the responses.
RESPONSES: Final = "各人作答"
#: How many characters of the score table fit readably on a page beside its first columns.
_PRINTED_WIDTH: Final = 130


def class_sheet(
    marked: Sequence[Marked], figures: ClassFigures, bank: Bank, paper: Paper, pass_mark: int
) -> bytes:
    """Return the class sheet.

    Parameters
    ----------
    marked, figures
        The class, and its statistics.
    bank
        The bank with the objectives.
    paper
        The paper; the workbook's title names it, for `results`.
    pass_mark
        The pass mark, as a percentage.

    Returns
    -------
    bytes
        An .xlsx with the sheets 成绩, 各题, 信度, 要看的题, and a hidden one with the responses.
    """
    book = Workbook()
    book.properties.title = f"{paper.code} {paper.form} 卷"
    scores = book.active
    assert isinstance(scores, Worksheet)
    scores.title = "成绩"
    objectives = len(marked[0].by_objective())
    widths = [12, 18, 9, 9, *[14] * objectives, 8]
    put_table(scores, score_table(marked, bank, paper.total, pass_mark), widths)
    lay_out_head(scores)
    scores.freeze_panes = "C2"
    across = ceil((objectives * 14 + len(paper.questions) * 8) / _PRINTED_WIDTH)
    lay_out_print(scores, "A:D", across=across)
    items = book.create_sheet("各题")
    below = put_table(items, item_table(figures), [6, 13, 7, 7, 8, 7, 8, 40, 30, 48, 24, 16])
    # It tells a reader nothing.
    items.column_dimensions[get_column_letter(items.max_column)].hidden = True
    items.freeze_panes = "B2"
    # The chart gets a page of its own, where no page break cuts it.
    items.row_breaks.append(Break(below))
    items.add_chart(_chart(items, below), f"A{below + 1}")
    passes = sum(passed(one, paper.total, pass_mark) for one in marked)
    reliability = book.create_sheet("信度")
    put_table(reliability, reliability_table(figures, passes, pass_mark), [22, 12, 56])
    attention = book.create_sheet("要看的题")
    put_table(attention, attention_table(figures), [8, 28, 64, 28])
    attention.freeze_panes = "A2"
    for sheet in (items, reliability, attention):
        lay_out_head(sheet)
        lay_out_rows(sheet)
        lay_out_print(sheet)
    responses = book.create_sheet(RESPONSES)
    put_table(responses, response_table(marked), [14], wrapped=False)
    responses.sheet_state = "hidden"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _chart(sheet: Worksheet, below: int) -> BarChart:
    """Draw a chart of difficulty and discrimination (columns F and G)."""
    chart = BarChart()
    chart.title = "各题的难度和区分度"
    chart.add_data(
        Reference(sheet, min_col=6, max_col=7, min_row=1, max_row=below - 1), titles_from_data=True
    )
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=below - 1))
    chart.x_axis.title, chart.y_axis.title = "题号", "难度、区分度"
    # Without this, newer versions of Excel show no axes.
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.tickLblPos = "low"
    chart.y_axis.scaling.max = 1
    chart.y_axis.number_format = "0.0"
    grey = GraphicalProperties(ln=LineProperties(solidFill="D9D9D9"))
    chart.y_axis.majorGridlines = ChartLines(spPr=grey)
    chart.legend.position = "t"
    chart.width, chart.height = 30, 10
    return chart
