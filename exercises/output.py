"""The output by which a built book knows a displayed exercise; see ``publishing``."""

from __future__ import annotations

from typing import Any, Final

from exercises.item import Item

MIME_TYPE: Final = "application/vnd.course.exercise+json"


def output_of(item: Item) -> dict[str, Any]:
    """Give what a cell's output says of an item: which one it is, and in words what it asks."""
    return {
        "text/plain": f"{item.own_label}：{item.stem}",
        MIME_TYPE: {"item": item.id},
    }
