"""Citations on a web page: short to the eye (5·10), whole to the ear, the copy and the search.

What is left out to the eye is in the page: spans without a class, which the style sheet hides.
"""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from speech import Reference, parse_reference


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


def visit_citation(self: HTML5Translator, node: nodes.Element) -> None:
    """Write a citation: named in full when pointed at."""
    place = parse_reference(node["place"])
    href = node.get("refuri") or f"#{node['refid']}"
    # A whole paragraph has no short form: a number alone would not tell what it counts.
    shown = short_place(place) if place.first else place.label
    self.body.append(f'<a class="cite" href="{escape(href)}" title="{place.label}">{shown}</a>')
    raise nodes.SkipNode
