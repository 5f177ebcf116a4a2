"""The items by chapter, for pages that show exercises away from their own page.

The pages of review and tests draw an exercise from here. Each chapter is one
classic script that hands over its data: ``file://`` allows no fetch.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment

from exercises import Chapter
from exercises.item import Item
from publishing.exercise_output import shown_items
from publishing.reading.appendix import full_text_page
from publishing.reading.domain import SpeechDomain
from publishing.sources import bank_of

_FOLDER: Final = "items"


def item_sources(env: BuildEnvironment, item: Item) -> list[dict[str, str]]:
    """Give the sentences behind an item's key, and where in the book each is read.

    Parameters
    ----------
    env
        Sphinx's environment.
    item
        An item of the bank.

    Returns
    -------
    list of dict
        Each with ``id``, ``label``, ``page`` (a document) and ``anchor``; those that no page
        shows are left out.
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


def write_item_store(app: Sphinx, error: Exception | None) -> None:
    """Write a script for each chapter, after all pages are built."""
    if error is not None or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    folder = Path(app.outdir) / "_static" / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    shown = shown_items(app.env)
    written = set()
    for chapter in bank_of(app).chapters:
        if chapter.page not in shown:
            continue
        data = _chapter(app.env, chapter, shown[chapter.page])
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        target = folder / f"{chapter.id}.js"
        target.write_text(f'(window.courseItems??={{}})["{chapter.id}"]={text};\n', "utf-8")
        written.add(target)
    for stale in set(folder.iterdir()) - written:
        stale.unlink()


def _chapter(env: BuildEnvironment, chapter: Chapter, shown: list[str]) -> dict[str, Any]:
    """Give a chapter with its items, these in the order of the page."""
    items = {item.id: item for item in chapter.items}
    return {
        "id": chapter.id,
        "page": chapter.page,
        "title": env.titles[chapter.page].astext(),
        "objectives": {objective.id: objective.text for objective in chapter.objectives},
        "items": [
            items[item_id].payload()
            | {
                "number": f"{chapter.number}-{place}",
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
    """Register the writer of the store."""
    app.connect("build-finished", write_item_store)
