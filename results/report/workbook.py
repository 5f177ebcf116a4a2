"""The report's tables as a workbook."""

from __future__ import annotations

import io

from openpyxl import Workbook

from exercises.marking.sheet_layout import lay_out_head, lay_out_print
from exercises.marking.workbook_cells import put_table
from results.report.selection import Told
from results.report.tables import tables


def workbook(told: Told) -> bytes:
    """Write the workbook, a sheet a table; what people are called is never a formula.

    Parameters
    ----------
    told
        The figures and the words.
    """
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for table in tables(told):
        sheet = book.create_sheet(table.title)
        put_table(sheet, table.rows, table.widths)
        for column in filter(table.shares, range(len(table.rows[0]))):
            for (cell,) in sheet.iter_rows(min_row=2, min_col=column + 1, max_col=column + 1):
                if isinstance(cell.value, float):
                    cell.number_format = "0%"
        sheet.freeze_panes = "B2"
        lay_out_head(sheet)
        lay_out_print(sheet)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
