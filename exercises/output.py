"""The cell output by which a built book recognises a displayed exercise; see ``publishing``."""

from __future__ import annotations

from typing import Any, Final

from exercises.item import Item

MIME_TYPE: Final = "application/vnd.course.exercise+json"


def output_of(item: Item) -> dict[str, Any]:
    """Return a cell's output for an item: its id, and its stem as plain text."""
    return {
        "text/plain": f"{item.own_label}：{item.stem}",
        MIME_TYPE: {"item": item.id},
    }
