"""``{exam}``: tests drawn on the page; there is nothing in print, which has separate papers."""

from __future__ import annotations

from typing import Final

from sphinx.application import Sphinx

from publishing.html.data.scripts import after_pages
from publishing.pages.exam.plans import check_blueprints, write_plans
from publishing.pages.live_page import LivePage


def setup(app: Sphinx) -> None:
    """Register the check of the blueprints and the writer of the plans."""
    app.connect("builder-inited", check_blueprints)
    after_pages(app, write_plans)


PAGE: Final = LivePage(
    name="exam",
    without_script=(
        "网页上的测试要由浏览器里的脚本来出题和判分。没有脚本时，请向教师要印好的试卷。"
    ),
    shows_exercises=True,
    setup=setup,
)
