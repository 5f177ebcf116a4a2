"""``{progress}``: what the learner has done; on paper, a record to fill in by hand."""

from __future__ import annotations

from typing import Final

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from exercises import load_bank
from publishing.paper_form import paper_form

_COLUMNS: Final = {"章": 30, "题数": 8, "完成日期": 18, "答对题数": 14, "要重做的题": 30}


class progress_view(nodes.General, nodes.Element):
    """The place on a web page where a script shows the learner's progress."""


class ProgressDirective(SphinxDirective):
    """Show progress: live on the page, as a table to fill in on paper."""

    def run(self) -> list[nodes.Node]:
        """Build both; Sphinx keeps the one that the builder is for."""
        on_page = addnodes.only("", progress_view(""), expr="html")
        on_paper = addnodes.only("", _record(), expr="not html")
        return [on_page, on_paper]


def _record() -> nodes.table:
    """Build the record: a row for each chapter, with room to write."""
    chapters = [chapter for chapter in load_bank().chapters if chapter.items]
    chapters.sort(key=lambda chapter: _place(chapter.id))
    rows = ([chapter.title, str(len(chapter.items)), "", "", ""] for chapter in chapters)
    return paper_form(_COLUMNS, rows)


def _place(chapter_id: str) -> tuple[int, str]:
    """Order chapters as the book does: the numbered ones, with what stands before and after."""
    return {"guide": 0, "intro": 1, "across": 3}.get(chapter_id, 2), chapter_id
