"""Every quotation that we typed is an exact run of the speech."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx

from exercises.item import quotations
from exercises.sheet import exercise
from publishing.errors import CourseError
from publishing.speech_nodes import speech_run
from speech import load_speech


def check_quotations(app: Sphinx, doctree: nodes.document) -> None:
    """Check what stands in “” in a page's own text.

    The speech itself and the exercises are left out: the first is not typed,
    the second are checked in the bank.

    Raises
    ------
    CourseError
        If a quotation is not in the speech; names the place and the words.
    """
    for element in doctree.findall(nodes.TextElement):
        if isinstance(element.parent, nodes.TextElement) or _exempt(element):
            continue
        for words in quotations(element.astext()):
            if not load_speech().quotes(words):
                raise CourseError(
                    f"引文“{words}”与讲话原文不符；请照原文改正，或去掉引号",
                    f"{app.env.doc2path(app.env.docname, base=False)}:{_line(element)}",
                )


def _exempt(element: nodes.Element) -> bool:
    """Tell whether an element is the speech, an exercise or code."""
    node: nodes.Node | None = element
    while node is not None:
        if isinstance(node, (speech_run, exercise, nodes.literal_block, nodes.raw)):
            return True
        node = node.parent
    return False


def _line(element: nodes.Element) -> int | str:
    """Find the nearest line that the parser noted."""
    node: nodes.Node | None = element
    while node is not None:
        if node.line is not None:
            return node.line
        node = node.parent
    return "?"
