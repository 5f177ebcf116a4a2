"""Page numbers of the chapters in the built handout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf


def handout_pages(handout: Path) -> dict[str, int]:
    """Read the page number, from 1, of each entry of the handout's outline.

    Parameters
    ----------
    handout
        The PDF; it may not exist yet.

    Returns
    -------
    dict of str to int
        Page numbers by title; empty without a handout.
    """
    if not handout.exists():
        return {}
    with pikepdf.open(handout) as pdf, pdf.open_outline() as outline:
        numbers: dict[Any, int] = {
            page.objgen: number for number, page in enumerate(pdf.pages, start=1)
        }
        found = [(entry.title, entry.destination) for entry in _entries(outline.root)]
        return {
            title: numbers[place[0].objgen]
            for title, place in found
            if isinstance(place, pikepdf.Array)
        }


def _entries(level: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for entry in level:
        yield entry
        yield from _entries(entry.children)
