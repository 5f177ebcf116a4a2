"""Writing tables to workbooks; typed text is never turned into a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exercises.marking.delimited import FORMULAS, Value

_LINE: Final = 12
_WRAPPED: Final = Alignment(wrap_text=True, vertical="top")
_BOLD: Final = Font(bold=True)


def _cell(sheet: Worksheet, place: tuple[int, int], value: Value, *, wrapped: bool) -> Cell:
    """Create a cell; text is never a formula, and the first row is bold."""
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell = Cell(sheet, *place, value)
    bold = place[0] == 1
    # Styles are expensive: set one only where it is needed.
    if isinstance(value, str):
        # openpyxl takes text beginning with = for a formula.
        cell.data_type = "s"
        if value.startswith(FORMULAS):
            cell.number_format = "@"
        if wrapped and (bold or len(value) > _LINE):
            cell.alignment = _WRAPPED
    elif isinstance(value, float) and value % 0.5:
        cell.number_format = "0.00"
    if bold:
        cell.font = _BOLD
    return cell


def put_table(
    sheet: Worksheet,
    rows: Iterable[Sequence[Value]],
    widths: Sequence[int],
    *,
    wrapped: bool = True,
) -> int:
    """Write a table with its header row to an empty sheet.

    Parameters
    ----------
    sheet
        The sheet.
    rows
        The rows, beginning with the header row.
    widths
        Column widths in characters; the last one applies to all further columns.
    wrapped
        Whether to wrap long texts; a hidden table is written faster without.

    Returns
    -------
    int
        Number of the row below the table.
    """
    row, most = 0, 0
    for row, values in enumerate(rows, start=1):
        most = max(most, len(values))
        sheet.append([
            _cell(sheet, (row, column), value, wrapped=wrapped)
            for column, value in enumerate(values, start=1)
        ])
    for column in range(most):
        letter = get_column_letter(column + 1)
        sheet.column_dimensions[letter].width = widths[min(column, len(widths) - 1)]
    return row + 1
