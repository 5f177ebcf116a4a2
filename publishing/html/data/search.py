"""Write the search data: the text of every page, in pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from exercises import sheet
from publishing.html.data.scripts import after_pages, hand_over, hand_over_parts
from publishing.html.data.traditional import traditional_pairs
from publishing.indexes.data_files import load_indexes
from publishing.ours.additions import addition
from publishing.reading.appendix import full_text_page
from publishing.reading.domain import SpeechDomain
from publishing.sources import course_of, speech_of

#: Approximate number of characters per part; a slow phone parses this in a moment.
_PART: Final = 20_000


def write_search_data(app: Sphinx) -> None:
    """Write the searchable text in parts: the speech first, then the indexes, then our text."""
    pieces = [*_speech(app.env), *_entries(app.env), *_additions(app.env)]
    titles = {name: app.env.titles[name].astext() for name in sorted(app.env.found_docs)}
    parts = {str(number): part for number, part in enumerate(_parts(pieces))}
    hand_over_parts(app, "search", "searchParts", parts)
    traditional = traditional_pairs(text for piece in pieces for _, text in piece["parts"])
    data = {"titles": titles, "parts": len(parts), "traditional": traditional}
    hand_over(app, "search-data", "searchData", data)


def _parts(pieces: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Divide the pieces into parts of similar length, in order."""
    part: list[dict[str, Any]] = []
    length = 0
    for piece in pieces:
        part.append(piece)
        length += sum(len(text) for _, text in piece["parts"])
        if length >= _PART:
            yield part
            part, length = [], 0
    if part:
        yield part


def _entries(env: BuildEnvironment) -> Iterator[dict[str, Any]]:
    """Yield the words of each index entry, not its quotations, which are found in the speech."""
    where = env.get_domain("std").data["anonlabels"]
    for entry in load_indexes(course_of(env)).entries:
        if entry.anchor in where:
            page, anchor = where[entry.anchor]
            yield _piece("entry", page, entry.label, [(anchor, "　".join(entry.forms))])


def _speech(env: BuildEnvironment) -> Iterator[dict[str, Any]]:
    """Yield each paragraph that a page shows, undivided even if the page divides it."""
    domain = env.get_domain("speech")
    assert isinstance(domain, SpeechDomain)
    for paragraph in speech_of(env).paragraphs:
        page = domain.where(paragraph.sentences[0]) or full_text_page(env)
        if page:
            parts = [(sentence.anchor, sentence.text) for sentence in paragraph.sentences]
            yield _piece("speech", page, paragraph.label, parts)


def _additions(env: BuildEnvironment) -> Iterator[dict[str, Any]]:
    """Yield our additions and exercises by page, without answers."""
    for docname in sorted(env.found_docs):
        for node in env.get_doctree(docname).findall(nodes.Element):
            if isinstance(node, addition):
                yield _piece("note", docname, node["title"], [(_anchor(node), _text(node))])
            elif isinstance(node, sheet.exercise):
                shown = [c for c in node.children if not isinstance(c, sheet.exercise_answer)]
                text = "　".join(_text(child) for child in shown)
                yield _piece("item", docname, f"练习 {node['number']}", [(_anchor(node), text)])


def _piece(sort: str, page: str, label: str, parts: list[tuple[str, str]]) -> dict[str, Any]:
    return {"sort": sort, "page": page, "label": label, "parts": parts}


def _anchor(node: nodes.Element) -> str:
    """Return the id of a node, or of the nearest ancestor that has one."""
    around: nodes.Node | None = node
    while around is not None:
        if isinstance(around, nodes.Element) and around["ids"]:
            return str(around["ids"][0])
        around = around.parent
    return ""


def _text(node: nodes.Node) -> str:
    return node.astext().replace("\n\n", "　").replace("\n", "")


def setup(app: Sphinx) -> None:
    """Register the writer."""
    after_pages(app, write_search_data)
