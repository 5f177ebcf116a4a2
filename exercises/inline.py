"""The one piece of markup in an item's text: ``**word**`` stands out."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_STRONG: Final = re.compile(r"\*\*(.+?)\*\*")


class Run(NamedTuple):
    """A run of text and whether it stands out."""

    text: str
    strong: bool


def runs(text: str) -> list[Run]:
    """Cut a text into plain and emphasised runs.

    Parameters
    ----------
    text
        An item's text.

    Returns
    -------
    list of Run
        The runs in order, none empty, without the marks.
    """
    return [Run(part, bool(index % 2)) for index, part in enumerate(_STRONG.split(text)) if part]


def plain(text: str) -> str:
    """Give a text as a reader sees it, without the marks."""
    return "".join(run.text for run in runs(text))
