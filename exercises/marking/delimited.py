"""Writing tables as .csv: what people typed stays text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

Value = str | float | None

#: By these a spreadsheet knows a formula; it turns full-width ones into them.
FORMULAS: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def delimited(rows: Iterable[Sequence[Value]]) -> bytes:
    """Give a table as a .csv that Excel reads as Chinese, and in which nothing is a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([_harmless(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _harmless(value: Value) -> Value:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULAS) else value
    return None if value is None else f"{value:.4g}"
