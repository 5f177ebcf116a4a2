"""Data of the page: roles, their demands with the sentences, and the items about these."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from publishing.directive_pages import pages_by_directive
from publishing.html.data.scripts import hand_over
from publishing.html.data.sentence_items import items_by_sentence
from publishing.outline.data import load_data
from publishing.outline.demands import FILE, Demands
from publishing.reading.domain import SpeechDomain
from publishing.sources import bank_of
from speech import Sentence


def write_duties(app: Sphinx) -> None:
    """Write the data, if the course has such a page."""
    if "duties" not in pages_by_directive(app.env):
        return
    demands = load_data(app, FILE, Demands)
    items = items_by_sentence(app.env)
    asked = dict.fromkeys(demand.at for demand in demands.demands)
    data = {
        "roles": [
            {"id": id_, "name": role.name, "count": len(demands.of(id_)), "named": bool(role.words)}
            for id_, role in demands.roles.items()
        ],
        "demands": [
            {
                "who": demand.who,
                "what": demand.words,
                "force": demand.force,
                "at": demand.at.anchor,
                "note": demand.note or "",
            }
            for demand in demands.demands
        ],
        "sentences": {
            sentence.anchor: _sentence(app, sentence, items.get(sentence.id, ("", []))[1])
            for sentence in asked
        },
    }
    hand_over(app, "duties-data", "dutiesData", data)


def _sentence(app: Sphinx, sentence: Sentence, items: list[list[str]]) -> dict[str, Any]:
    """Return a sentence with its location and the items about it."""
    domain = app.env.get_domain("speech")
    assert isinstance(domain, SpeechDomain)
    bank = bank_of(app)
    return {
        "anchor": sentence.anchor,
        "label": sentence.label,
        "text": sentence.text,
        "page": domain.where(sentence) or "",
        "items": [
            {"id": id_, "number": number, "label": label, "page": bank.chapter_of(id_).page}
            for id_, number, label in items
        ],
    }
