"""``{progress}``: what the learner has done; on paper, a record to fill in by hand."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from exercises import load_bank


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
    heads = ["章", "题数", "完成日期", "答对题数", "要重做的题"]
    widths = [30, 8, 18, 14, 30]
    chapters = [chapter for chapter in load_bank().chapters if chapter.items]
    chapters.sort(key=lambda chapter: _place(chapter.id))
    rows = [[chapter.title, str(len(chapter.items)), "", "", ""] for chapter in chapters]
    group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in widths), cols=len(heads))
    group += nodes.thead("", _row(heads))
    group += nodes.tbody("", *(_row(row) for row in rows))
    return nodes.table("", group)


def _place(chapter_id: str) -> tuple[int, str]:
    """Order chapters as the book does: guide and introduction, then the numbered ones."""
    return ("guide", "intro").index(chapter_id) if chapter_id in {
        "guide",
        "intro",
    } else 2, chapter_id


def _row(cells: list[str]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", cell)) for cell in cells))
