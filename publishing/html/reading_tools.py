"""A toolbar for reading a page's text: hide everything else, or have it read aloud.

It is in the static page to reserve its space, so that nothing moves when a script finds a voice.
"""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from publishing.html.study_time import study_time
from publishing.html.titles import READS
from publishing.sources import speech_of


class reading_tools(nodes.General, nodes.Element):
    """The toolbar. Attribute ``called``: what the course calls the text."""


class PlaceReadingTools(SphinxPostTransform):
    """Inserts the toolbar below the first heading of the text."""

    # After the study times below headings have been inserted.
    default_priority = 660
    formats = ("html",)

    def run(self, **kwargs: object) -> None:
        """Insert it, on a page that shows any of the text."""
        sections = [s for s in self.document.findall(nodes.section) if READS in s["classes"]]
        if not sections:
            return
        # The first section is the page itself.
        section = sections[min(1, len(sections) - 1)]
        head = (nodes.title, study_time)
        place = next(n for n, part in enumerate(section) if not isinstance(part, head))
        section.insert(place, reading_tools("", called=speech_of(self.env).called))


def visit_tools(self: HTML5Translator, node: reading_tools) -> None:
    """Write the toolbar; a script adds the button for listening (``listening/offer.js``)."""
    self.body.append(
        f'<div class="reading-tools" data-listen="听{escape(node["called"])}" data-needs-script>'
        '<button type="button" class="text-only" aria-pressed="false">只读原文</button></div>\n'
    )
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the node and the transform."""
    app.add_node(reading_tools, html=(visit_tools, None))
    app.add_post_transform(PlaceReadingTools)
