"""Reading a table as saved by Excel and WPS: .csv in their encodings, and .xlsx."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from exercises.marking.faults import AnswersError, CellFault

_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_SEPARATORS: Final = "\t,;，；"
#: Characters that neither a spreadsheet nor a PDF can hold.
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")
_SAVE_AS: Final = "请用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”或“CSV UTF-8”"


@dataclass(frozen=True)
class Cell:
    """A cell.

    Parameters
    ----------
    text
        The text, without surrounding space.
    problem
        Why it is not what was typed, such as a date made by the spreadsheet; else empty.
    """

    text: str
    problem: str = ""


@dataclass(frozen=True)
class Row:
    """A row that is not blank, with its number in the file, from 1."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """Return the cell of a column, from 0; beyond the row's end it is empty."""
        return self.cells[column] if column < len(self.cells) else Cell("")


def read_table(file: Path) -> list[Row]:
    """Read a table.

    Parameters
    ----------
    file
        A ``.csv`` (also ``.txt``, ``.tsv``) or ``.xlsx`` file.

    Returns
    -------
    list of Row
        Its rows, without blank ones.

    Raises
    ------
    AnswersError
        If the file cannot be read, has another format or is empty.
    """
    suffix = file.suffix.lower()
    try:
        data = file.read_bytes()
    except OSError as error:
        raise _refused(
            file, "没有这个文件，或者不能打开；请检查路径，并在表格软件里关闭它"
        ) from error
    if suffix in {".xlsx", ".xlsm"}:
        from exercises.marking.spreadsheets import read_spreadsheet

        rows = read_spreadsheet(file, data)
    elif suffix in {".csv", ".txt", ".tsv"}:
        rows = list(_delimited(file, decoded(file, data)))
    else:
        raise _refused(file, f"不认识“{suffix or '没有扩展名'}”的文件；{_SAVE_AS}")
    kept = [row for row in rows if any(cell.text or cell.problem for cell in row.cells)]
    if not kept:
        raise _refused(file, "表是空的；请用 --template 生成作答表，填好再来")
    return kept


def cleaned(text: str) -> str:
    """Remove surrounding space, and characters that no file can show."""
    return _CONTROLS.sub("", text).strip()


def decoded(file: Path, data: bytes) -> str:
    """Decode a text file as saved by Excel and WPS.

    Raises
    ------
    AnswersError
        If it is not in one of their encodings: UTF-8, UTF-16, GBK.
    """
    if data.startswith(b"PK\x03\x04"):
        raise _refused(file, "内容是 .xlsx，扩展名却不是；请把扩展名改成 .xlsx")
    if data.startswith(_UTF16):
        encodings = ["utf-16"]
    elif b"\0" in data[:200]:
        # In UTF-16 one byte of each separator and digit is zero: the second one if little-endian.
        little = data[1::2].count(b"\0") > data[::2].count(b"\0")
        encodings = ["utf-16-le" if little else "utf-16-be"]
    else:
        # GB 18030 is a superset of GBK; text in it is almost never valid UTF-8 by chance.
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _refused(file, f"认不出文字的编码；{_SAVE_AS}")


def _delimited(file: Path, text: str) -> Iterator[Row]:
    """Parse delimited text; the first line that is not blank determines the delimiter."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 1
    try:
        for cells in reader:
            yield Row(number, tuple(Cell(cleaned(text)) for text in cells))
            number += 1
    except csv.Error as error:
        message = "从这一行起引号不成对；请用表格软件打开，重新保存"
        raise AnswersError(file, [CellFault(number, "", "", "", message)]) from error


def _refused(file: Path, message: str) -> AnswersError:
    return AnswersError(file, [CellFault(0, "", "", "", message)])


def column_letters(column: int) -> str:
    """Return the name of a column, from 0, as spreadsheets have it: A … Z, AA …."""
    # Imported late: only faults need it, and openpyxl is slow to import.
    from openpyxl.utils import get_column_letter

    return get_column_letter(column + 1)
