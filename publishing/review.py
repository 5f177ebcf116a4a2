"""``{review}``: what the learner has to review today; on paper, a table to plan it by hand."""

from __future__ import annotations

from typing import Final

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from publishing.paper_form import paper_form

_COLUMNS: Final = {
    "题号或记忆卡": 28,
    "第一次": 18,
    "1天后": 18,
    "3天后": 18,
    "7天后": 18,
    "15天后": 18,
}
_ROWS: Final = 12


class review_view(nodes.General, nodes.Element):
    """The place on a web page where a script asks what is due."""


class ReviewDirective(SphinxDirective):
    """Review: live on the page, as a table to fill in on paper."""

    def run(self) -> list[nodes.Node]:
        """Build both; Sphinx keeps the one that the builder is for."""
        on_page = addnodes.only("", review_view(""), expr="html")
        rows = [[""] * len(_COLUMNS) for _ in range(_ROWS)]
        on_paper = addnodes.only("", paper_form(_COLUMNS, rows), expr="not html")
        return [on_page, on_paper]
