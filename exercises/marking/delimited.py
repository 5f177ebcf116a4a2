"""Writing tables as .csv; typed text is never turned into a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

Value = str | float | None

#: First characters of formulas; spreadsheets convert the full-width ones.
FORMULAS: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def delimited(rows: Iterable[Sequence[Value]]) -> bytes:
    """Return a table as a .csv that Excel reads as Chinese, and without formulas."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([_harmless(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _harmless(value: Value) -> Value:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULAS) else value
    return None if value is None else f"{value:.4g}"
