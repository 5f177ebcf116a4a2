"""What a reader can do with a page's text as a whole: read nothing else, or have it read aloud.

The line is in the page for its room: when a script finds a voice, nothing moves.
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
    """The line of buttons. Attribute ``called``: what the course calls the text."""


class PlaceReadingTools(SphinxPostTransform):
    """Places the line below the heading under which the page reads the text."""

    # After the headings' own lines are there.
    default_priority = 660
    formats = ("html",)

    def run(self, **kwargs: object) -> None:
        """Place it, on a page that reads any of it."""
        sections = [s for s in self.document.findall(nodes.section) if READS in s["classes"]]
        if not sections:
            return
        # The page itself is the first of them.
        section = sections[min(1, len(sections) - 1)]
        head = (nodes.title, study_time)
        place = next(n for n, part in enumerate(section) if not isinstance(part, head))
        section.insert(place, reading_tools("", called=speech_of(self.env).called))


def visit_tools(self: HTML5Translator, node: reading_tools) -> None:
    """Write the line; the button to listen comes with a voice (``listening/offer.js``)."""
    self.body.append(
        f'<div class="reading-tools" data-listen="听{escape(node["called"])}" data-needs-script>'
        '<button type="button" class="text-only" aria-pressed="false">只读原文</button></div>\n'
    )
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register node and transform."""
    app.add_node(reading_tools, html=(visit_tools, None))
    app.add_post_transform(PlaceReadingTools)
