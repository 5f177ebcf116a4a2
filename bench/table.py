"""Tables of measurements."""

from __future__ import annotations

from collections.abc import Sequence

from tabulate import tabulate

Row = tuple[str | float | None, ...]


def table(title: str, names: Sequence[str], rows: Sequence[Row]) -> str:
    """Render a table with one column for each thing measured.

    Parameters
    ----------
    title
        What was measured, and how.
    names
        Headers of the columns after the first.
    rows
        A label and one figure for each column; None is a figure that could not be measured.
    """
    body = [["—" if cell is None else cell for cell in row] for row in rows]
    return f"{title}\n{tabulate(body, ['', *names], disable_numparse=False)}\n"


def milliseconds(value: float | None) -> str:
    """Format a time in milliseconds; None is an event that did not happen."""
    return "60 s 内没有" if value is None else f"{value:,.0f} ms"


def kilobytes(value: float | None) -> str:
    """Format a size in kilobytes of 1,000 bytes."""
    return "—" if value is None else f"{value / 1000:,.0f} KB"


def in_seconds(value: float | None) -> str:
    """Format a time in seconds."""
    return "—" if value is None else f"{value:.1f} s"


def megabytes(value: float) -> str:
    """Format a size in megabytes of 1,000,000 bytes."""
    return f"{value / 1_000_000:,.0f} MB"
