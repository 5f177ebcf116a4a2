"""Check that every editorial statement cites the sentence of the speech that it rests on.

Statements are the sentences of side notes, structures and summaries, and of the prose on pages that
show the speech or compare its parts. Advice on how to read goes into a side note titled 读法 and
needs no source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx

from exercises.sheet import exercise
from publishing.errors import CourseError
from publishing.indexes.nodes import index_quote
from publishing.locations import place_of
from publishing.ours.additions import addition
from publishing.ours.shared_words import shares_words
from publishing.reading.nodes import speech_heading, speech_quotation, speech_run
from publishing.reading.tables import course_table, place_line, side_by_side
from publishing.sources import speech_of

#: Title of side notes that give advice on how to read.
ADVICE: Final = "读法"
#: Roles of additions whose statements need a source; objectives state nothing.
_SORTS: Final = {
    "sidenote": "旁注",
    "structure": "结构",
    "summary": "小结",
    "close-reading": "精读",
}
#: Nodes whose text is not ours, or is checked elsewhere.
NOT_OURS: Final = (
    speech_heading,
    speech_run,
    speech_quotation,
    place_line,
    index_quote,
    exercise,
    nodes.literal_block,
    nodes.raw,
    nodes.system_message,
)
_ENDS: Final = "。！？"
#: Marks between which a sentence does not end.
_NESTING: Final = {"“": 1, "”": -1, "《": 1, "》": -1}
_SHOWN: Final = 30


@dataclass(frozen=True)
class Statement:
    """An editorial sentence, or an entry of a structure.

    Parameters
    ----------
    text
        Its text.
    cited
        References in the sentence itself.
    context
        References that apply if it has none itself: for an entry of a structure those below or
        above it, for advice those of its side note.
    sort
        Where it occurs, such as 旁注·术语, 结构, 小结, 正文.
    advice
        Whether it is advice on how to read.
    element
        The paragraph that contains it.
    """

    text: str
    cited: tuple[str, ...]
    context: tuple[str, ...]
    sort: str
    advice: bool
    element: nodes.Element

    @property
    def sources(self) -> tuple[str, ...]:
        """The references on which it rests."""
        return self.cited or self.context


def statements(doctree: nodes.document) -> Iterator[Statement]:
    """Find all editorial statements on a page.

    Parameters
    ----------
    doctree
        The page, with its citations not yet resolved.

    Yields
    ------
    Statement
        In page order.
    """
    held = any(isinstance(n, (course_table, side_by_side)) or _reads(n) for n in doctree.findall())
    for paragraph in doctree.findall(nodes.paragraph):
        around = [paragraph, *_ancestors(paragraph)]
        if any(isinstance(node, NOT_OURS) for node in around):
            continue
        piece = next((node for node in around if isinstance(node, addition)), None)
        if piece is not None and piece["role"] in _SORTS:
            yield from _of_addition(paragraph, piece)
        elif piece is None and held:
            for text, cited in sentences(paragraph):
                yield Statement(text, cited, (), "正文", advice=False, element=paragraph)


def _reads(node: nodes.Node) -> bool:
    """Check whether a node is a primary location of the speech."""
    return isinstance(node, speech_run) and bool(node["primary"])


def _of_addition(paragraph: nodes.paragraph, piece: addition) -> Iterator[Statement]:
    sort, advice = _SORTS[piece["role"]], False
    context: tuple[str, ...] = ()
    if piece["role"] == "structure":
        context = _branch(paragraph)
    elif piece["role"] == "sidenote":
        sort, advice = f"{sort}·{piece['title']}", piece["title"] == ADVICE
        context = citations(piece) if advice else ()
    for text, cited in sentences(paragraph):
        yield Statement(text, cited, context, sort, advice, paragraph)


def sentences(element: nodes.Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Split an element's text into sentences, each with its citations.

    Parameters
    ----------
    element
        A paragraph, or another element of running text.

    Yields
    ------
    text : str
        The sentence without its citations. End marks within “” or 《》 do not end it.
    cited : tuple of str
        The references in it.
    """
    text, cited, quoted = "", [], 0
    for part in _running(element):
        if isinstance(part, pending_xref):
            cited.append(part["reftarget"])
            text = text.rstrip()
            continue
        for character in part.astext().replace("\n", ""):
            text += character
            quoted += _NESTING.get(character, 0)
            if character in _ENDS and not quoted:
                yield text.strip(), tuple(cited)
                text, cited = "", []
    if text.strip():
        yield text.strip(), tuple(cited)


def _running(element: nodes.Element) -> Iterator[nodes.Node]:
    """Yield text and citations in order; the label of a citation is not text."""
    for child in element.children:
        if is_citation(child) or isinstance(child, nodes.Text):
            yield child
        elif isinstance(child, nodes.Element) and not isinstance(child, NOT_OURS):
            yield from _running(child)


def is_citation(node: nodes.Node) -> bool:
    """Check whether a node is an unresolved citation of the speech."""
    return (
        isinstance(node, pending_xref)
        and node["refdomain"] == "speech"
        and node["reftype"] == "cite"
    )


def citations(element: nodes.Element) -> tuple[str, ...]:
    """Return all references that an element cites."""
    return tuple(node["reftarget"] for node in element.findall(pending_xref) if is_citation(node))


def _branch(paragraph: nodes.paragraph) -> tuple[str, ...]:
    """Return the citations below an entry of a structure, or if there are none, above it."""
    entries = [node for node in _ancestors(paragraph) if isinstance(node, nodes.list_item)]
    if not entries:
        return ()
    heads = [entry.children[0] for entry in entries[1:]]
    above = [ref for head in heads if isinstance(head, nodes.Element) for ref in citations(head)]
    return citations(entries[0]) or tuple(above)


def _ancestors(node: nodes.Node) -> list[nodes.Node]:
    found = []
    while node.parent is not None:
        node = node.parent
        found.append(node)
    return found


def check_statements(app: Sphinx, doctree: nodes.document) -> None:
    """Check the sources of a page's statements.

    Raises
    ------
    CourseError
        If a statement has no source and is not advice, or shares no content word with the
        sentences that it cites.
    """
    speech = speech_of(app)
    for statement in statements(doctree):
        text = statement.text
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"
        if not statement.sources and not statement.advice:
            raise CourseError(
                f"{statement.sort}里的这句话没有注明出处：{shown} "
                "请在句中加上 {cite}`p05.s07` 这样的出处；"
                f"只是提示怎样读的，请放进标题为“{ADVICE}”的旁注",
                place_of(app.env, statement.element),
            )
        if statement.advice or not statement.cited:
            continue
        cited = [sentence.text for ref in statement.cited for sentence in speech.find(ref)]
        if not shares_words(text, cited, speech.called):
            raise CourseError(
                f"{statement.sort}里的这句话与所注的出处（{'、'.join(statement.cited)}）没有一个词相同："
                f"{shown} 请改正出处，或用原文的词写出内容",
                place_of(app.env, statement.element),
            )


__all__ = ["ADVICE", "Statement", "check_statements", "citations", "sentences", "statements"]
