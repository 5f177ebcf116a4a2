"""What has no form in print stops the site too: both are made of the same pages.

Otherwise an author would find out only from ``make handout``, after the site is in use.
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

#: What is resolved, or told by itself, before anything is written.
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
    """Check that the handout can set all of a page.

    Raises
    ------
    CourseError
        At the first node that it cannot set.
    """
    for node in _set(doctree):
        if _has_no_form(node):
            raise CourseError(no_form(node), place_of(app.env, node))


def _set(node: nodes.Element) -> list[nodes.Element]:
    """Give the elements that are set; of a cell's output, the exercise alone."""
    found: list[nodes.Element] = []
    for child in node.children:
        if not isinstance(child, nodes.Element) or isinstance(child, nodes.system_message):
            continue
        if child.get("nb_element") == _BUNDLE and any(child.findall(exercise)):
            continue
        if isinstance(child, addnodes.toctree):
            # The handout has its own contents.
            continue
        if isinstance(child, addnodes.only):
            # What is for the site alone is not printed.
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
    """Check each page as it is read.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.connect("doctree-read", check_printable)
