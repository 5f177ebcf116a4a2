"""The table to fill in: a paper's columns, and how to type each answer."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exercises.marking.asked import Asked
from exercises.marking.columns import NAME, UNIT
from exercises.marking.delimited import Value, delimited
from exercises.marking.spreadsheets import SHEET
from exercises.marking.workbook_cells import put_table

_GUIDE_HEIGHT: Final = 130


def template_rows(asked: Sequence[Asked], guide: str) -> list[list[Value]]:
    """Return the header row, and the line of instructions.

    Parameters
    ----------
    asked
        The paper's questions.
    guide
        Beginning of the line of instructions.
    """
    head: list[Value] = [NAME, UNIT, *(str(one.number) for one in asked)]
    how: list[Value] = [
        guide,
        "可以不填",
        *(f"{one.item.own_label}：{one.reader.how}" for one in asked),
    ]
    return [head, how]


def template_csv(asked: Sequence[Asked], guide: str) -> bytes:
    """Return the template as a .csv."""
    return delimited(template_rows(asked, guide))


def template_xlsx(asked: Sequence[Asked], guide: str) -> bytes:
    """Return the template as an .xlsx whose columns are all text, so that 3-4 becomes no date."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    put_table(sheet, template_rows(asked, guide), [18, 16, 16])
    for column in range(1, len(asked) + 3):
        sheet.column_dimensions[get_column_letter(column)].number_format = "@"
        sheet.cell(1, column).alignment = Alignment(horizontal="center")
    sheet.row_dimensions[2].height = _GUIDE_HEIGHT
    sheet.freeze_panes = "B3"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
