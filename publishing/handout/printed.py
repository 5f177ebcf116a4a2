"""Select what of a page is printed: the content that an edition has, without empty sections.

A page of the site may have little or nothing in print, such as a live page without a form. Sections
with nothing to print lose their headings too, and empty pages are not printed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from docutils import nodes
from sphinx import addnodes

from exercises import sheet
from publishing.ours.additions import addition
from publishing.outline.pairs_directive import PRACTICE
from publishing.outline.timeline_directive import timeline_figure
from publishing.reading.nodes import speech_run
from publishing.reading.tables import course_table, place_line

#: Everything; the text with our additions; only exercises; what is read without doing exercises.
Content = Literal["all", "text", "exercises", "reading"]

#: Roles of additions that are read with the text; the others prepare for exercises.
_READ: Final = ("sidenote", "summary")
_SILENT: Final = (
    nodes.title,
    nodes.comment,
    nodes.target,
    nodes.system_message,
    nodes.substitution_definition,
    addnodes.toctree,
)


def keep(document: nodes.document, content: Content) -> bool:
    """Remove from a page what an edition does not print.

    Parameters
    ----------
    document
        The page's doctree, with references resolved; it is modified.
    content
        The edition's content.

    Returns
    -------
    bool
        Whether anything is left to print.
    """
    for node in [node for node in document.findall(nodes.Element) if _LEFT_OUT[content](node)]:
        if node.parent is not None:
            node.parent.remove(node)
    if content == "reading" and not any(document.findall(_is_reading)):
        return False
    for section in reversed(list(document.findall(nodes.section))):
        if not _prints(section) and section.parent is not document:
            section.parent.remove(section)
    return _prints(document)


def _is_reading(node: nodes.Node) -> bool:
    return isinstance(node, speech_run | timeline_figure) or (
        isinstance(node, course_table) and node["style"] == "compare" and bool(node["ids"])
    )


def _not_read(node: nodes.Element) -> bool:
    if isinstance(node, addition):
        return node["role"] not in _READ
    return _is_exercise(node) or (isinstance(node, place_line) and PRACTICE in node["classes"])


def _is_exercise(node: nodes.Element) -> bool:
    return isinstance(node, sheet.exercise)


def _not_to_answer(node: nodes.Element) -> bool:
    """Check whether an element is left out if only exercises are printed."""
    inside = isinstance(node.parent, nodes.section | nodes.document)
    return (
        inside
        and not isinstance(node, nodes.section | nodes.title)
        and not any(node.findall(_is_exercise))  # type: ignore[arg-type]
    )


_LEFT_OUT: Final[dict[Content, Callable[[nodes.Element], bool]]] = {
    "all": lambda _: False,
    "text": _is_exercise,
    "exercises": _not_to_answer,
    "reading": _not_read,
}


def _prints(node: nodes.Node) -> bool:
    """Check whether a node has text to print, other than titles."""
    if isinstance(node, nodes.Text):
        return bool(node.strip())
    if isinstance(node, _SILENT) or (
        isinstance(node, nodes.compound) and "toctree-wrapper" in node["classes"]
    ):
        return False
    return isinstance(node, timeline_figure) or any(map(_prints, node.children))
