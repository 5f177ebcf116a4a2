"""The class sheet as a workbook, with a chart."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exercises.bank import Bank
from exercises.marking.cells import put_table
from exercises.marking.scores import (
    attention_table,
    item_table,
    passed,
    reliability_table,
    response_table,
    score_table,
)
from exercises.marking.scoring import Marked
from exercises.marking.statistics import ClassFigures
from exercises.papers import Paper

#: The hidden sheet from which `results` knows what was chosen.
RESPONSES: Final = "各人作答"


def class_sheet(
    marked: Sequence[Marked], figures: ClassFigures, bank: Bank, paper: Paper, pass_mark: int
) -> bytes:
    """Give the class sheet.

    Parameters
    ----------
    marked, figures
        The class, and its figures.
    bank
        Whose objectives they are.
    paper
        The paper; its name is in the workbook, for `results`.
    pass_mark
        Percentage of a pass.

    Returns
    -------
    bytes
        An .xlsx with the sheets 成绩, 各题, 信度, 要看的题, and hidden behind them the responses.
    """
    book = Workbook()
    book.properties.title = f"{paper.code} {paper.form} 卷"
    scores = book.active
    assert isinstance(scores, Worksheet)
    scores.title = "成绩"
    put_table(scores, score_table(marked, bank, paper.total, pass_mark), [14, 20, 12, 12, 16])
    scores.freeze_panes = "C2"
    items = book.create_sheet("各题")
    below = put_table(items, item_table(figures), [6, 14, 8, 8, 8, 8, 8, 44, 24, 48, 26])
    items.freeze_panes = "B2"
    items.add_chart(_chart(items, below), f"A{below + 1}")
    passes = sum(passed(one, paper.total, pass_mark) for one in marked)
    reliability = book.create_sheet("信度")
    put_table(reliability, reliability_table(figures, passes, pass_mark), [22, 12, 56])
    attention = book.create_sheet("要看的题")
    put_table(attention, attention_table(figures), [8, 28, 64, 28])
    attention.freeze_panes = "A2"
    responses = book.create_sheet(RESPONSES)
    put_table(responses, response_table(marked), [14])
    responses.sheet_state = "hidden"
    for sheet in book.worksheets:
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_title_rows = "1:1"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _chart(sheet: Worksheet, below: int) -> BarChart:
    """Draw difficulty and discrimination of the items in columns F and G."""
    chart = BarChart()
    chart.title = "各题的难度和区分度"
    chart.add_data(
        Reference(sheet, min_col=6, max_col=7, min_row=1, max_row=below - 1), titles_from_data=True
    )
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=below - 1))
    chart.x_axis.title, chart.y_axis.title = "题号", "难度、区分度"
    # Without these, newer readers show no axes.
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.tickLblPos = "low"
    chart.y_axis.scaling.max = 1
    chart.legend.position = "t"
    chart.width, chart.height = 30, 10
    return chart
