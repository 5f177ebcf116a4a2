"""HTML for citations: short on screen (5·10), in full for screen readers, copying and search.

The parts that are not shown are in the page, in spans without a class that the style sheet hides.
"""

from __future__ import annotations

from html import escape
from typing import Final

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from speech import Reference, parse_reference

#: Separates adjacent citations.
_BETWEEN: Final = "\u2002"


def short_place(place: Reference, ending: str = "句") -> str:
    """Write a reference so that only its numbers are shown.

    Parameters
    ----------
    place
        A paragraph, a sentence or a range of sentences.
    ending
        Hidden text after the sentence numbers.

    Returns
    -------
    str
        HTML whose text is the full label, such as 第5段第10句, and which shows 5·10.
    """
    if place.first is None:
        return f"<span>第</span>{place.paragraph}<span>段</span>"
    last = "" if place.last == place.first else f"—{place.last}"
    return (
        f"<span>第</span>{place.paragraph}<i></i><span>段第</span>{place.first}{last}"
        f"<span>{ending}</span>"
    )


def _follows_another(node: nodes.Element) -> bool:
    """Check whether a citation directly follows another, so that their numbers would touch."""
    before = node.parent.children[: node.parent.index(node)] if node.parent is not None else []
    return bool(before) and isinstance(before[-1], nodes.reference) and "place" in before[-1]


def visit_citation(self: HTML5Translator, node: nodes.Element) -> None:
    """Write a citation, with its full label as tooltip."""
    place = parse_reference(node["place"])
    href = node.get("refuri") or f"#{node['refid']}"
    # A whole paragraph is not shortened: with a single number, it would be unclear what is counted.
    shown = short_place(place) if place.first else place.label
    if _follows_another(node):
        self.body.append(_BETWEEN)
    self.body.append(f'<a class="cite" href="{escape(href)}" title="{place.label}">{shown}</a>')
    raise nodes.SkipNode
