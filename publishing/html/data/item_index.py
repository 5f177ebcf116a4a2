"""An index of the book's items, for pages that summarise all of them."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from exercises import Chapter
from publishing.exercise_output import number_of, shown_items
from publishing.html.data.scripts import after_pages, hand_over
from publishing.reading.domain import reading_order
from publishing.sources import bank_of


def write_item_index(app: Sphinx) -> None:
    """Write the index."""
    shown = shown_items(app.env)
    chapters = [
        _chapter(chapter, app.env.titles[chapter.page].astext(), shown[chapter.page])
        for chapter in bank_of(app).chapters
        if chapter.page in shown
    ]
    order = {page: place for place, page in enumerate(reading_order(app.env))}
    chapters.sort(key=lambda chapter: order.get(chapter["page"], len(order)))
    hand_over(app, "item-index", "itemIndex", chapters)


def _chapter(chapter: Chapter, title: str, shown: list[str]) -> dict[str, Any]:
    """Return a chapter's objectives and items, in page order."""
    items = {item.id: item for item in chapter.items}
    return {
        "page": chapter.page,
        "title": title,
        "objectives": {objective.id: objective.text for objective in chapter.objectives},
        "items": [
            {
                "id": item_id,
                "kind": items[item_id].kind,
                "number": number_of(chapter, place),
                "label": items[item_id].own_label,
                "objective": items[item_id].objective,
                "version": items[item_id].version,
                "ratesRecall": items[item_id].rates_recall,
            }
            for place, item_id in enumerate(shown, start=1)
        ],
    }


def setup(app: Sphinx) -> None:
    """Register the writer."""
    after_pages(app, write_item_index)
