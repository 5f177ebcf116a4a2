"""HTML for our additions: a titled group that looks different from the speech."""

from __future__ import annotations

from html import escape

from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from publishing.ours.additions import addition


def visit_addition(self: HTML5Translator, node: addition) -> None:
    """Open the group; for screen readers a side note is a note, the others are groups."""
    role, title = node["role"], escape(node["title"])
    aria_role = "note" if role == "sidenote" else "group"
    # The first addition of a page says that it is ours (additions.css); after that its looks are
    # known.
    first = " addition-first" if node is next(self.document.findall(addition)) else ""
    self.body.append(
        self.starttag(
            node,
            "div",
            CLASS=f"addition addition-{role}{first}",
            **{"role": aria_role, "aria-label": node["title"]},
        )
    )
    self.body.append(f'<p class="addition-title" aria-hidden="true">{title}</p>\n')


def depart_addition(self: HTML5Translator, node: addition) -> None:
    """Close the group."""
    self.body.append("</div>\n")


def setup(app: Sphinx) -> None:
    """Register the visitors."""
    app.add_node(addition, html=(visit_addition, depart_addition))
