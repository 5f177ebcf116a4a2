"""Write a list of all editorial statements with the sentences they rest on, for editors."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from publishing.locations import line_of
from publishing.ours.grounding import ADVICE, Statement, statements
from publishing.sources import speech_of
from speech import Speech

#: Written next to the built site, not into it: readers do not need it.
_FILE: Final = "statements.csv"
_HEADS: Final = ("文件", "行", "位置", "本书的话", "出处", "原句")


def write_statement_list(app: Sphinx, error: Exception | None) -> None:
    """Write the list after all pages are built."""
    if error is not None or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    speech = speech_of(app)
    # Spreadsheet programs need the byte order mark to recognise UTF-8.
    with (Path(app.outdir).parent / _FILE).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADS)
        for docname in sorted(app.env.found_docs):
            path = str(app.env.doc2path(docname, base=False))
            doctree = app.env.get_doctree(docname)
            writer.writerows(_row(speech, path, statement) for statement in statements(doctree))


def _row(speech: Speech, path: str, statement: Statement) -> list[str]:
    found = {s.id: s.text for ref in statement.sources for s in speech.find(ref)}
    return [
        path,
        str(line_of(statement.element) or ""),
        statement.sort,
        statement.text,
        "、".join(_unique(statement.sources)) or (ADVICE if statement.advice else ""),
        "\n".join(f"{id_} {text}" for id_, text in found.items()),
    ]


def _unique(references: tuple[str, ...]) -> Iterator[str]:
    yield from dict.fromkeys(references)


def setup(app: Sphinx) -> None:
    """Register the writer of the list."""
    app.connect("build-finished", write_statement_list)
