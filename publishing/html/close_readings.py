"""HTML for close readings: steps that open one at a time and highlight words of the passage.

No script is needed: opening one step closes the others of the same reading, and the style sheet
highlights the words of the open one.
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from publishing.outline.close_readings import close_step, lit_words


def visit_step(self: HTML5Translator, node: close_step) -> None:
    """Open the element of a step; the first step is initially open."""
    number, opened = node["number"], " open" if node["number"] == 1 else ""
    self.body.append(
        f'<details class="close-step close-step-{number}" name="close-{node["reading"]}"{opened}>'
        f'<summary><span class="close-number">{number}</span>{node["title"]}</summary>\n'
    )


def depart_step(self: HTML5Translator, node: close_step) -> None:
    """Close the step."""
    self.body.append("</details>\n")


def visit_words(self: HTML5Translator, node: lit_words) -> None:
    """Open words of the passage that some steps highlight."""
    classes = " ".join(f"lit-{number}" for number in node["steps"])
    self.body.append(f'<span class="lit {classes}">')


def depart_words(self: HTML5Translator, node: lit_words) -> None:
    """Close the words."""
    self.body.append("</span>")


def setup(app: Sphinx) -> None:
    """Register the visitors.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.add_node(close_step, html=(visit_step, depart_step))
    app.add_node(lit_words, html=(visit_words, depart_words))
