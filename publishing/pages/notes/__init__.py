"""``{notes}``: the reader's marks and notes; in print, a table to fill in."""

from __future__ import annotations

from typing import Final

from docutils import nodes
from sphinx.environment import BuildEnvironment

from publishing.pages.live_page import LivePage
from publishing.pages.paper_form import paper_form

_COLUMNS: Final = {"段、句": 18, "笔记": 100}
_ROWS: Final = 6


def _room(env: BuildEnvironment) -> nodes.table:
    return paper_form(_COLUMNS, [[""] * len(_COLUMNS) for _ in range(_ROWS)])


PAGE: Final = LivePage(
    name="notes",
    without_script="划线和笔记由浏览器里的脚本保存；没有脚本时，可以写在打印的讲义上。",
    on_paper=_room,
)
