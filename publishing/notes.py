"""``{notes}``: the reader's marks and notes; on paper, room to write."""

from __future__ import annotations

from typing import Final

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from publishing.paper_form import paper_form

_COLUMNS: Final = {"段、句": 18, "笔记": 100}
_ROWS: Final = 14


class notes_view(nodes.General, nodes.Element):
    """The place on a web page where a script lists the reader's marks and notes."""


class NotesDirective(SphinxDirective):
    """Notes: live on the page, as a table to fill in on paper."""

    def run(self) -> list[nodes.Node]:
        """Build both; Sphinx keeps the one that the builder is for."""
        on_page = addnodes.only("", notes_view(""), expr="html")
        rows = [[""] * len(_COLUMNS) for _ in range(_ROWS)]
        on_paper = addnodes.only("", paper_form(_COLUMNS, rows), expr="not html")
        return [on_page, on_paper]
