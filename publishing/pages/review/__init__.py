"""``{review}``: what the learner has to review today; in print, a schedule to fill in."""

from __future__ import annotations

from typing import Final

from docutils import nodes
from sphinx.environment import BuildEnvironment

from publishing.pages.live_page import LivePage
from publishing.pages.paper_form import paper_form

_COLUMNS: Final = {
    "题号或记忆卡": 28,
    "第一次": 18,
    "1天后": 18,
    "3天后": 18,
    "7天后": 18,
    "15天后": 18,
}
_ROWS: Final = 8


def _schedule(env: BuildEnvironment) -> nodes.table:
    return paper_form(_COLUMNS, [[""] * len(_COLUMNS) for _ in range(_ROWS)])


PAGE: Final = LivePage(
    name="review",
    without_script="复习由浏览器里的脚本安排；没有脚本时，可以在讲义的复习登记表里自己安排。",
    on_paper=_schedule,
    credit="何时再复习，由公开的间隔重复算法推算",
    shows_exercises=True,
)
