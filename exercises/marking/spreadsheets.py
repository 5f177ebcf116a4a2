"""Reading .xlsx; only texts and numbers are accepted as typed answers."""

from __future__ import annotations

import io
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from exercises.marking.faults import AnswersError, CellFault
from exercises.marking.table_files import Cell, Row, cleaned

#: Name of the template's sheet.
SHEET: Final = "作答"
_FORMULA: Final = "这里是公式；请改成文字或数字（复制后“选择性粘贴”为数值）"
_DATE: Final = "表格软件把它变成了日期或时间；请把这一列设为“文本”格式，再照卷面填写"


def read_spreadsheet(file: Path, data: bytes) -> list[Row]:
    """Read the sheet of answers in a workbook.

    Parameters
    ----------
    file
        Its name, for messages.
    data
        Its bytes.

    Raises
    ------
    AnswersError
        If it cannot be opened, or several sheets might hold the answers.
    """
    try:
        book = load_workbook(io.BytesIO(data))
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError, SyntaxError) as error:
        message = "不是完好的 .xlsx；请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”"
        raise AnswersError(file, [CellFault(0, "", "", "", message)]) from error
    filled = [sheet for sheet in book.worksheets if _is_filled(sheet)]
    named = [sheet for sheet in filled if sheet.title == SHEET]
    chosen = named or filled
    if len(chosen) > 1:
        names = "、".join(sheet.title for sheet in filled)
        message = f"有几张工作表（{names}），分不清哪张是作答；请把它命名为“{SHEET}”"
        raise AnswersError(file, [CellFault(0, "", "", "", message)])
    return _rows(chosen[0]) if chosen else []


def _extent(sheet: Worksheet) -> tuple[int, int]:
    """Return the last row and the last column with a value.

    Formatting alone may reach the last possible row, and iterating there would create every cell.
    """
    cells = sheet._cells  # ruff: ignore[private-member-access] (nothing public tells only these)
    filled = [place for place, cell in cells.items() if cell.value is not None]
    return max((row for row, _ in filled), default=0), max((c for _, c in filled), default=0)


def _is_filled(sheet: Worksheet) -> bool:
    return _extent(sheet)[0] > 0


def _rows(sheet: Worksheet) -> list[Row]:
    # A merged cell holds for all rows that it spans, such as a person's name.
    merged: dict[tuple[int, int], Any] = {
        (row, column): sheet.cell(area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        if area.min_col == area.max_col
        for row in range(area.min_row, area.max_row + 1)
        for column in (area.min_col,)
    }
    last, width = _extent(sheet)
    return [
        Row(
            number,
            tuple(_cell(merged.get((number, place), cell)) for place, cell in enumerate(row, 1)),
        )
        for number, row in enumerate(sheet.iter_rows(max_row=last, max_col=width), start=1)
    ]


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return Cell("")
    if cell.data_type == "f":
        return Cell(str(value) if isinstance(value, str) else "公式", _FORMULA)
    if cell.data_type == "e":
        return Cell(str(value), "表格软件在这里报错；请照卷面填写")
    if isinstance(value, date | time | timedelta):
        return Cell(str(value), _DATE)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return Cell(cleaned(str(value)))
