"""Writing cells: what people typed stays text, in a workbook and in a .csv."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Value = str | float | None

#: By these a spreadsheet knows a formula; it turns full-width ones into them.
_FORMULAS: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
_LINE: Final = 12
_WRAPPED: Final = Alignment(wrap_text=True, vertical="top")
_BOLD: Final = Font(bold=True)


def put(sheet: Worksheet, row: int, column: int, value: Value, *, bold: bool = False) -> None:
    """Write a cell, whose text is never a formula.

    Parameters
    ----------
    sheet
        The sheet.
    row, column
        The place, from 1.
    value
        A text, a number, or nothing.
    bold
        Whether it is a head.
    """
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    cell.value = value
    # A style costs more than a value: only what needs one has it.
    if isinstance(value, str):
        # What begins with = has been taken for a formula.
        cell.data_type = "s"
        if value.startswith(_FORMULAS):
            cell.number_format = "@"
        if bold or len(value) > _LINE:
            cell.alignment = _WRAPPED
    elif isinstance(value, float) and value % 0.5:
        cell.number_format = "0.00"
    if bold:
        cell.font = _BOLD


def put_table(
    sheet: Worksheet, rows: Iterable[Sequence[Value]], widths: Sequence[int], *, first: int = 1
) -> int:
    """Write a table with its head, which stays in view.

    Parameters
    ----------
    sheet
        The sheet.
    rows
        The rows, the head first.
    widths
        Widths of the columns in characters; the last holds for all that follow.
    first
        The row of the head.

    Returns
    -------
    int
        The row below the table.
    """
    row, most = first, 0
    for row, values in enumerate(rows, start=first):
        most = max(most, len(values))
        for column, value in enumerate(values, start=1):
            put(sheet, row, column, value, bold=row == first)
    for column in range(most):
        letter = get_column_letter(column + 1)
        sheet.column_dimensions[letter].width = widths[min(column, len(widths) - 1)]
    return row + 1


def delimited(rows: Iterable[Sequence[Value]]) -> bytes:
    """Give a table as a .csv that Excel reads as Chinese, and in which nothing is a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([_harmless(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _harmless(value: Value) -> Value:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULAS) else value
    return None if value is None else f"{value:.4g}"
