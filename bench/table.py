"""Figures as a table."""

from __future__ import annotations

from collections.abc import Sequence

from tabulate import tabulate

Row = tuple[str | float | None, ...]


def table(title: str, names: Sequence[str], rows: Sequence[Row]) -> str:
    """Lay out a table, a column for each thing that was measured.

    Parameters
    ----------
    title
        What was measured, and how.
    names
        What the columns after the first stand for.
    rows
        A label and a figure for each name; None stands for a figure that could not be had.
    """
    body = [["—" if cell is None else cell for cell in row] for row in rows]
    return f"{title}\n{tabulate(body, ['', *names], disable_numparse=False)}\n"


def milliseconds(value: float | None) -> str:
    """Write a time in milliseconds; what never happened is said."""
    return "60 s 内没有" if value is None else f"{value:,.0f} ms"


def kilobytes(value: float | None) -> str:
    """Write a size in kilobytes of 1,000 bytes."""
    return "—" if value is None else f"{value / 1000:,.0f} KB"


def in_seconds(value: float | None) -> str:
    """Write a time in seconds."""
    return "—" if value is None else f"{value:.1f} s"


def megabytes(value: float) -> str:
    """Write a size in megabytes of 1,000,000 bytes."""
    return f"{value / 1_000_000:,.0f} MB"
