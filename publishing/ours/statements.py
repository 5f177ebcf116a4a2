"""Every statement of ours says which sentence of the speech it rests on.

Ours are the side notes, structures and summaries of every page, and the prose of
the pages that read the speech or set its parts side by side. What only advises how
to read stands in a side note titled 读法 and needs no source.
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

#: Title of the side notes that advise how to read.
ADVICE: Final = "读法"
#: The sorts of additions whose every statement has a source; objectives state nothing.
_SORTS: Final = {
    "sidenote": "旁注",
    "structure": "结构",
    "summary": "小结",
    "close-reading": "精读",
}
#: Whose words are not ours, or are checked elsewhere.
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
_SHOWN: Final = 30


@dataclass(frozen=True)
class Statement:
    """A sentence of ours, or an entry of a structure.

    Parameters
    ----------
    text
        Its words.
    cited
        References that it cites itself.
    context
        References that stand for its own if it has none: of an entry of a
        structure those above and below it, of advice those of its note.
    sort
        Where it stands, such as 旁注·术语, 结构, 小结, 正文.
    advice
        Whether it advises how to read.
    element
        The paragraph in which it stands.
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
    """Find every statement of ours that must have a source.

    Parameters
    ----------
    doctree
        A page, its citations not yet resolved.

    Yields
    ------
    Statement
        In the order of the page.
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
    """Tell whether a node is a place where the speech is read."""
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
    """Split an element's text into sentences, each with what it cites.

    Parameters
    ----------
    element
        A paragraph, or another element of running text.

    Yields
    ------
    text : str
        The sentence without its citations; one that ends within “” goes on.
    cited : tuple of str
        The references that stand in it.
    """
    text, cited, quoted = "", [], 0
    for part in _running(element):
        if isinstance(part, pending_xref):
            cited.append(part["reftarget"])
            text = text.rstrip()
            continue
        for character in part.astext().replace("\n", ""):
            text += character
            quoted += {"“": 1, "”": -1}.get(character, 0)
            if character in _ENDS and not quoted:
                yield text.strip(), tuple(cited)
                text, cited = "", []
    if text.strip():
        yield text.strip(), tuple(cited)


def _running(element: nodes.Element) -> Iterator[nodes.Node]:
    """Walk text and citations in order; the words of a citation are not text."""
    for child in element.children:
        if is_citation(child) or isinstance(child, nodes.Text):
            yield child
        elif isinstance(child, nodes.Element) and not isinstance(child, NOT_OURS):
            yield from _running(child)


def is_citation(node: nodes.Node) -> bool:
    """Tell whether a node is a citation of the speech, not yet resolved."""
    return (
        isinstance(node, pending_xref)
        and node["refdomain"] == "speech"
        and node["reftype"] == "cite"
    )


def citations(element: nodes.Element) -> tuple[str, ...]:
    """Give all references that an element cites."""
    return tuple(node["reftarget"] for node in element.findall(pending_xref) if is_citation(node))


def _branch(paragraph: nodes.paragraph) -> tuple[str, ...]:
    """Give what is cited below an entry of a structure, or failing that above it."""
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
    """Hold a page to its sources.

    Raises
    ------
    CourseError
        If a statement of ours has no source and is not marked as advice, or shares no content
        word with the sentences that it cites.
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
