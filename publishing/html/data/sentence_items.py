"""Which items each sentence of the speech is the source of: from the text to its exercises."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment

from publishing.exercise_output import shown_items
from publishing.sources import bank_of

#: A classic script, written anew at each build: an item of any chapter may have come or gone,
#: and no page of the text has to be made anew for it.
_FILE: Final = "sentence-items.js"


def write_sentence_items(app: Sphinx, error: Exception | None) -> None:
    """Write what the pages' script puts beside the sentences, after all pages are built."""
    if error is not None or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    data = json.dumps(
        {
            "pages": {chapter.id: chapter.page for chapter in bank_of(app).chapters},
            "sentences": _sentences(app.env),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    target = Path(app.outdir) / "_static" / _FILE
    target.write_text(f"window.sentenceItems={data};\n", encoding="utf-8")


def _sentences(env: BuildEnvironment) -> dict[str, list[list[str]]]:
    """Give each sentence's items by its anchor: id, number and kind of each."""
    shown = shown_items(env)
    sentences: dict[str, list[list[str]]] = {}
    bank = bank_of(env)
    for chapter in bank.chapters:
        for place, item_id in enumerate(shown.get(chapter.page, []), start=1):
            item = bank.item(item_id)
            entry = [item.id, f"{chapter.number}-{place}", item.label]
            for anchor in dict.fromkeys(sentence.anchor for sentence in item.sentences):
                sentences.setdefault(anchor, []).append(entry)
    order = [sentence.anchor for sentence in bank.speech.sentences]
    return {anchor: sentences[anchor] for anchor in order if anchor in sentences}


def setup(app: Sphinx) -> None:
    """Register the writer."""
    app.connect("build-finished", write_sentence_items)
