"""Side notes beside the text: group a run of the speech with the side notes directly after it.

On a wide screen the style sheet puts the notes in a column of their own, level with the text that
they are about; otherwise they are below it, in the same order.
"""

from __future__ import annotations

from itertools import takewhile

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from publishing.ours.additions import addition
from publishing.reading.nodes import speech_run


class beside(nodes.General, nodes.Element):
    """A run of the speech with its notes. Its two children are ``beside_column`` nodes."""


class beside_column(nodes.General, nodes.Element):
    """One of the two columns. Attribute ``name``: ``speech`` or ``notes``."""


class SetNotesBeside(SphinxPostTransform):
    """Groups each run of the speech with the side notes that follow it."""

    default_priority = 700
    formats = ("html",)

    def run(self, **kwargs: object) -> None:
        """Group them if at least one note follows."""
        for run in list(self.document.findall(speech_run)):
            notes = list(takewhile(_is_note, _after(run)))
            if not notes:
                continue
            group = beside()
            run.replace_self(group)
            for note in notes:
                note.parent.remove(note)
            group += beside_column("", run, name="speech")
            group += beside_column("", *notes, name="notes")


def _after(node: nodes.Element) -> list[nodes.Node]:
    siblings = node.parent.children
    return siblings[node.parent.index(node) + 1 :]


def _is_note(node: nodes.Node) -> bool:
    return isinstance(node, addition) and node["role"] == "sidenote"


def visit_beside(self: HTML5Translator, node: beside) -> None:
    """Open the group."""
    self.body.append(self.starttag(node, "div", CLASS="beside"))


def visit_column(self: HTML5Translator, node: beside_column) -> None:
    """Open a column."""
    self.body.append(self.starttag(node, "div", CLASS=f"beside-{node['name']}"))


def depart(self: HTML5Translator, node: nodes.Element) -> None:
    """Close the group or column."""
    self.body.append("</div>\n")


def setup(app: Sphinx) -> None:
    """Register the transform and the visitors.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.add_node(beside, html=(visit_beside, depart))
    app.add_node(beside_column, html=(visit_column, depart))
    app.add_post_transform(SetNotesBeside)
