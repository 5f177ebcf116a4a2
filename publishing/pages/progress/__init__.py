"""``{progress}``: what the learner has done; in print, a record to fill in by hand."""

from __future__ import annotations

from typing import Final

from docutils import nodes
from sphinx.environment import BuildEnvironment

from course.contents import page_names
from publishing.pages.live_page import LivePage
from publishing.pages.paper_form import paper_form
from publishing.sources import bank_of, course_of

_COLUMNS: Final = {"章": 42, "题数": 8, "完成日期": 16, "答对题数": 14, "要重做的题": 22}


def _record(env: BuildEnvironment) -> nodes.table:
    """Build the record: a row for each chapter, with cells to fill in."""
    chapters = [chapter for chapter in bank_of(env).chapters if chapter.items]
    pages = page_names(course_of(env))
    chapters.sort(key=lambda each: pages.index(each.page) if each.page in pages else len(pages))
    rows = ([chapter.title, str(len(chapter.items)), "", "", ""] for chapter in chapters)
    return paper_form(_COLUMNS, rows)


PAGE: Final = LivePage(
    name="progress",
    without_script="学习进度由浏览器里的脚本汇总；没有脚本时，可以打印讲义里的学习记录表。",
    on_paper=_record,
)
