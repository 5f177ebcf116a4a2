"""``{duties}``: what the text demands of the reader's role, with a worksheet; in print, a form."""

from __future__ import annotations

from typing import Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from publishing.html.data.scripts import after_pages
from publishing.pages.duties.data import write_duties
from publishing.pages.live_page import LivePage
from publishing.pages.paper_form import paper_form

_COLUMNS: Final = {
    "原文要求": 34,
    "本单位现状": 24,
    "差距": 20,
    "措施": 24,
    "责任人": 12,
    "时限": 12,
}
_ROWS: Final = 6


def _worksheet(env: BuildEnvironment) -> nodes.table:
    return paper_form(_COLUMNS, [[""] * len(_COLUMNS) for _ in range(_ROWS)], lines=2)


def setup(app: Sphinx) -> None:
    """Register the writer of the data."""
    after_pages(app, write_duties)


PAGE: Final = LivePage(
    name="duties",
    without_script="选岗位、填对照表要由浏览器里的脚本来做；没有脚本时，可以看“谁做什么”的表，用打印的讲义填写。",
    on_paper=_worksheet,
    setup=setup,
)
