"""The items by chapter, for pages that show exercises away from their own page.

The review and exam pages load exercises from here.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from exercises import Chapter
from exercises.item import Item
from publishing.exercise_output import number_of, shown_items
from publishing.html.data.scripts import after_pages, hand_over_parts
from publishing.reading.appendix import full_text_page
from publishing.reading.domain import SpeechDomain
from publishing.sources import bank_of


def item_sources(env: BuildEnvironment, item: Item) -> list[dict[str, str]]:
    """Return the sentences behind an item's key, with their locations.

    Parameters
    ----------
    env
        Sphinx's environment.
    item
        An item of the bank.

    Returns
    -------
    list of dict
        Each with ``id``, ``label``, ``page`` (a document) and ``anchor``; sentences that no page
        shows are omitted.
    """
    domain = env.get_domain("speech")
    assert isinstance(domain, SpeechDomain)
    return [
        {
            "id": sentence.id,
            "label": sentence.label,
            "page": page,
            "anchor": sentence.anchor,
        }
        for sentence in item.sentences
        if (page := domain.where(sentence) or full_text_page(env))
    ]


def write_item_store(app: Sphinx) -> None:
    """Write a file for each chapter."""
    shown = shown_items(app.env)
    parts = {
        chapter.id: _chapter(app.env, chapter, shown[chapter.page])
        for chapter in bank_of(app).chapters
        if chapter.page in shown
    }
    hand_over_parts(app, "items", "courseItems", parts)


def _chapter(env: BuildEnvironment, chapter: Chapter, shown: list[str]) -> dict[str, Any]:
    """Return a chapter with its items, in page order."""
    items = {item.id: item for item in chapter.items}
    return {
        "id": chapter.id,
        "page": chapter.page,
        "title": env.titles[chapter.page].astext(),
        "objectives": {objective.id: objective.text for objective in chapter.objectives},
        "items": [
            items[item_id].payload()
            | {
                "number": number_of(chapter, place),
                "chapter": chapter.id,
                "page": chapter.page,
                "objective": items[item_id].objective,
                "level": items[item_id].level,
                "sources": item_sources(env, items[item_id]),
            }
            for place, item_id in enumerate(shown, start=1)
        ],
    }


def setup(app: Sphinx) -> None:
    """Register the writer."""
    after_pages(app, write_item_store)
