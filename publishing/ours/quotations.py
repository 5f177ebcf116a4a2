"""Check that every quotation typed by us occurs verbatim in the paragraph that it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from docutils import nodes
from sphinx.application import Sphinx

from exercises.quoting import quotations
from publishing.errors import CourseError
from publishing.locations import place_of
from publishing.ours.grounding import NOT_OURS, sentences, statements
from publishing.ours.quotation_marks import faulty_marks, misquoted
from publishing.reading.nodes import speech_run, speech_sentence
from publishing.sources import speech_of

_SHOWN: Final = 30


def check_quotations(app: Sphinx, doctree: nodes.document) -> None:
    """Check the quotations (in “”) in a page's own text.

    The quotations of a statement must be in the paragraphs that it cites. A heading, an objective
    or advice cites nothing, so it may quote what its page shows of the speech; on a page that shows
    none of it, any paragraph may be quoted. The title and headings of the speech may be quoted
    anywhere. The speech itself is not typed, and exercises are checked with the bank, so both are
    skipped.

    Raises
    ------
    CourseError
        If a quotation is not where it should be; the message names the place and the words.
    """
    read = [run["sentence"] for run in _read_here(doctree)]
    stated: set[nodes.Element] = set()
    for statement in statements(doctree):
        stated.add(statement.element)
        _check(app, statement.element, statement.text, statement.sources or read)
    for element in doctree.findall(nodes.TextElement):
        if element in stated or isinstance(element.parent, nodes.TextElement) or _exempt(element):
            continue
        for text, cited in sentences(element):
            _check(app, element, text, cited or read)


def _check(app: Sphinx, element: nodes.Element, text: str, references: Iterable[str]) -> None:
    """Check one sentence against the paragraphs of its references; without any, against all."""
    speech = speech_of(app)
    if problem := faulty_marks(text, speech):
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"
        raise CourseError(f"{problem}（这句话是：{shown}）", place_of(app.env, element))
    for words in quotations(text):
        allowed = {speech.find(reference)[0].paragraph for reference in references}
        if speech.stands_in(words, allowed) or (not allowed and speech.quotes(words)):
            continue
        where = speech.holders(words)
        if speech.heads(words) and (not where or isinstance(element, nodes.title)):
            continue
        if not where:
            raise CourseError(misquoted(words, speech), place_of(app.env, element))
        places = "、".join(f"第{number}段" for number in sorted(allowed))
        found = "、".join(f"{{cite}}`{sentence.id}`" for sentence in where)
        raise CourseError(
            f"引文“{words}”不在所注的{places}里；它的出处是 {found}，请在这句话里注明",
            place_of(app.env, element),
        )


def _read_here(doctree: nodes.document) -> Iterator[speech_sentence]:
    """Yield the sentences whose primary location is this page."""
    for run in doctree.findall(speech_run):
        if run["primary"]:
            yield from run.findall(speech_sentence)


def _exempt(element: nodes.Element) -> bool:
    """Check whether an element is not ours, or is checked elsewhere."""
    node: nodes.Node | None = element
    while node is not None:
        if isinstance(node, NOT_OURS) or (isinstance(node, nodes.Element) and "verbatim" in node):
            return True
        node = node.parent
    return False
