"""Refuse pages with unprintable content in every build, not only that of the handout.

Otherwise authors would find out only when running ``make handout``, after the site is in use.
"""

from __future__ import annotations

from typing import Final

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from exercises.sheet import exercise
from publishing.errors import CourseError
from publishing.handout.base import no_form
from publishing.handout.translator import TypstTranslator
from publishing.item_links import item_link
from publishing.locations import place_of

#: Nodes that are resolved before anything is written, or are reported by other checks.
_PASSING: Final = (
    addnodes.pending_xref,
    item_link,
    nodes.pending,
    nodes.system_message,
    nodes.document,
)
_BUNDLE: Final = "mime_bundle"
_SITE_ONLY: Final = "html"


def check_printable(app: Sphinx, doctree: nodes.document) -> None:
    """Check that the handout can print everything on a page.

    Raises
    ------
    CourseError
        At the first node that it cannot print.
    """
    for node in _set(doctree):
        if _has_no_form(node):
            raise CourseError(no_form(node), place_of(app.env, node))


def _set(node: nodes.Element) -> list[nodes.Element]:
    """Return the elements that are printed; from a cell's output, only the exercise."""
    found: list[nodes.Element] = []
    for child in node.children:
        if not isinstance(child, nodes.Element) or isinstance(child, nodes.system_message):
            continue
        if child.get("nb_element") == _BUNDLE and any(child.findall(exercise)):
            continue
        if isinstance(child, addnodes.toctree):
            # The handout has its own table of contents.
            continue
        if isinstance(child, addnodes.only):
            # Not printed: it is only for the site.
            found += _set(child) if child["expr"] != _SITE_ONLY else []
            continue
        found += [child, *_set(child)]
    return found


def _has_no_form(node: nodes.Element) -> bool:
    if isinstance(node, nodes.image):
        return True
    if isinstance(node, nodes.container):
        return "nb_element" not in node
    name = f"visit_{type(node).__name__}"
    return not isinstance(node, _PASSING) and not hasattr(TypstTranslator, name)


def setup(app: Sphinx) -> None:
    """Check each page when it is read.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.connect("doctree-read", check_printable)
