"""The known name that a mistyped one resembles most, for the end of a message."""

from __future__ import annotations

import difflib
from collections.abc import Sequence


def closest(name: str, known: Sequence[str]) -> str:
    """Return the part of a message that names the closest known name, in Chinese.

    Parameters
    ----------
    name
        The name as written.
    known
        The names that exist.

    Returns
    -------
    str
        Begins with a semicolon; empty if nothing is known.
    """
    near = difflib.get_close_matches(name, known, n=1, cutoff=0)
    return f"；最接近的是 {near[0]}" if near else ""
