"""Percentages accepted by Moodle: any other value aborts the whole import."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

#: Moodle's list of fractions of full marks; they may also be negative.
_WRITTEN: Final = {
    **{Fraction(percent, 100): str(percent) for percent in (0, 5, 10, 20, 25, 30, 40, 50)},
    **{Fraction(percent, 100): str(percent) for percent in (60, 70, 75, 80, 90, 100)},
    Fraction(5, 6): "83.33333",
    Fraction(2, 3): "66.66667",
    Fraction(1, 3): "33.33333",
    Fraction(1, 6): "16.66667",
    Fraction(1, 7): "14.28571",
    Fraction(1, 8): "12.5",
    Fraction(1, 9): "11.11111",
}


def percent(credit: Fraction) -> str:
    """Return a fraction of full marks as a percentage from Moodle's list.

    Parameters
    ----------
    credit
        The fraction, from -1 to 1.

    Returns
    -------
    str
        The percentage; if the list lacks it, the next smaller one in absolute value.
    """
    size = abs(credit)
    nearest = max(listed for listed in _WRITTEN if listed <= size)
    return f"-{_WRITTEN[nearest]}" if credit < 0 and nearest else _WRITTEN[nearest]


def is_exact(credit: Fraction) -> bool:
    """Return whether the list contains the exact fraction."""
    return abs(credit) in _WRITTEN
