"""Sphinx's HTML translator, with Chinese labels and short citations."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from publishing.html.citations import visit_citation


class CourseTranslator(HTML5Translator):
    """Writes a page, with Chinese labels for its links."""

    def add_permalink_ref(self, node: nodes.Element, title: str) -> None:
        """Add a section's permalink; the title that Sphinx passes is English."""
        super().add_permalink_ref(node, "本节的链接")

    def visit_reference(self, node: nodes.Element) -> None:
        """Open a link; a citation is written in its short form."""
        if "place" in node:
            visit_citation(self, node)
        super().visit_reference(node)


def setup(app: Sphinx) -> None:
    """Register the translator.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.set_translator("html", CourseTranslator)
