"""Citations on a web page: short to the eye (5·10), whole to the ear, the copy and the search.

What is left out to the eye is in the page: spans without a class, which the style sheet hides.
"""

from __future__ import annotations

from html import escape
from typing import Final

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from speech import Reference, parse_reference

#: What parts a citation from one right before it.
_BETWEEN: Final = "\u2002"


def short_place(place: Reference, ending: str = "句") -> str:
    """Write a place so that only its numbers are seen.

    Parameters
    ----------
    place
        A paragraph, a sentence or a run of sentences.
    ending
        What follows the numbers of the sentences, unseen.

    Returns
    -------
    str
        HTML: its text is the place's name, such as 第5段第10句, and 5·10 is seen.
    """
    if place.first is None:
        return f"<span>第</span>{place.paragraph}<span>段</span>"
    last = "" if place.last == place.first else f"—{place.last}"
    return (
        f"<span>第</span>{place.paragraph}<i></i><span>段第</span>{place.first}{last}"
        f"<span>{ending}</span>"
    )


def _follows_another(node: nodes.Element) -> bool:
    """Tell whether a citation stands right after another, with nothing to part their numbers."""
    before = node.parent.children[: node.parent.index(node)] if node.parent is not None else []
    return bool(before) and isinstance(before[-1], nodes.reference) and "place" in before[-1]


def visit_citation(self: HTML5Translator, node: nodes.Element) -> None:
    """Write a citation: named in full when pointed at."""
    place = parse_reference(node["place"])
    href = node.get("refuri") or f"#{node['refid']}"
    # A whole paragraph has no short form: a number alone would not tell what it counts.
    shown = short_place(place) if place.first else place.label
    if _follows_another(node):
        self.body.append(_BETWEEN)
    self.body.append(f'<a class="cite" href="{escape(href)}" title="{place.label}">{shown}</a>')
    raise nodes.SkipNode
