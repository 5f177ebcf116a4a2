"""Layout of workbook sheets on screen and in print: row heights, headers, A4."""

from __future__ import annotations

import unicodedata
from math import ceil
from typing import Final

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_LINE_HEIGHT: Final = 15
_TOP: Final = Alignment(wrap_text=True, vertical="top")
_HEAD: Final = Alignment(wrap_text=True, vertical="center", horizontal="center")
_HEAD_FILL: Final = PatternFill("solid", fgColor="EDEDED")
_HEAD_RULE: Final = Border(bottom=Side("thin"))
_A4: Final = 9
_MARGIN: Final = 0.5


def lay_out_head(sheet: Worksheet, row: int = 1) -> None:
    """Format a table's header row and give it the height that its texts need.

    Parameters
    ----------
    sheet
        A sheet with its column widths set.
    row
        Number of the header row.
    """
    for cell in sheet[row]:
        cell.alignment, cell.fill, cell.border = _HEAD, _HEAD_FILL, _HEAD_RULE
    _set_height(sheet, row)


def lay_out_rows(sheet: Worksheet, first: int = 2) -> None:
    """Set rows to the height that their texts need, align to the top, round fractions to 2 digits.

    Not every program computes the height of wrapped text by itself. Each cell gets a style of its
    own, which is too slow for tables of more than some dozens of rows.

    Parameters
    ----------
    sheet
        A sheet with its column widths set.
    first
        Number of the first row.
    """
    for row in range(first, sheet.max_row + 1):
        for cell in sheet[row]:
            cell.alignment = _TOP
            if isinstance(cell.value, float):
                cell.number_format = "0.00"
        _set_height(sheet, row)


def lay_out_print(sheet: Worksheet, columns: str = "", *, across: int = 1) -> None:
    """Set up printing on landscape A4, with the header row on each page.

    Parameters
    ----------
    sheet
        The sheet.
    columns
        Columns repeated on each page, such as ``A:D``.
    across
        How many pages wide the print is.
    """
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = across, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    if columns:
        sheet.print_title_cols = columns
    sheet.print_options.gridLines = True
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = _MARGIN
    footer = sheet.oddFooter
    assert footer is not None
    footer.center.text = "&A　第 &P 页，共 &N 页"


def _set_height(sheet: Worksheet, row: int) -> None:
    lines = max((_lines(sheet, cell) for cell in sheet[row]), default=1)
    if lines > 1:
        sheet.row_dimensions[row].height = lines * _LINE_HEIGHT


def _lines(sheet: Worksheet, cell: Cell | MergedCell) -> int:
    """Count the lines of a cell; a Chinese character is two wide."""
    if not isinstance(cell.value, str):
        return 1
    width = sheet.column_dimensions[get_column_letter(cell.column)].width - 1
    return sum(max(1, ceil(_width(line) / width)) for line in cell.value.split("\n"))


def _width(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(sign) in "WFA") for sign in text)
