"""Which items are about which sentence: links from the text to exercises, by page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from publishing.exercise_output import number_of, shown_items
from publishing.html.data.scripts import after_pages, hand_over_parts, part_of_page
from publishing.reading.appendix import full_text_page
from publishing.reading.domain import SpeechDomain
from publishing.sources import bank_of

#: Id, number and label of an item, in the form that the script expects.
_Entry = list[str]


def write_sentence_items(app: Sphinx) -> None:
    """Write, for each page, the items about the sentences that it shows.

    All parts are written at each build, so that a page need not be written again when an item of
    another chapter is added or removed.
    """
    domain = app.env.get_domain("speech")
    assert isinstance(domain, SpeechDomain)
    entries = items_by_sentence(app.env)
    pages = {chapter.id: chapter.page for chapter in bank_of(app).chapters}
    located = dict(domain.read_by_page())
    # Every page with text loads its part, also a full text of which the chapters show everything.
    if full_text := full_text_page(app.env):
        located.setdefault(full_text, ())
    parts = {
        part_of_page(docname): _part([entries[i] for i in ids if i in entries], pages)
        for docname, ids in located.items()
    }
    hand_over_parts(app, "sentence-items", "sentenceItems", parts)


def items_by_sentence(env: BuildEnvironment) -> dict[str, tuple[str, list[_Entry]]]:
    """Return the items about each sentence.

    Parameters
    ----------
    env
        Sphinx's environment, after all pages are read.

    Returns
    -------
    dict
        By sentence id: its anchor, and the id, number and label of each item.
    """
    shown, bank = shown_items(env), bank_of(env)
    entries: dict[str, tuple[str, list[_Entry]]] = {}
    for chapter in bank.chapters:
        for place, item_id in enumerate(shown.get(chapter.page, []), start=1):
            item = bank.item(item_id)
            entry = [item.id, number_of(chapter, place), item.own_label]
            for sentence in dict.fromkeys(item.linked_from):
                entries.setdefault(sentence.id, (sentence.anchor, []))[1].append(entry)
    return entries


def _part(sentences: list[tuple[str, list[_Entry]]], pages: Mapping[str, str]) -> dict[str, Any]:
    """Return a page's sentences with items, and the pages of these items' chapters."""
    chapters = {entry[0].partition("-")[0] for _, entries in sentences for entry in entries}
    return {
        "pages": {id_: page for id_, page in pages.items() if id_ in chapters},
        "sentences": dict(sentences),
    }


def setup(app: Sphinx) -> None:
    """Register the writer."""
    after_pages(app, write_sentence_items)
