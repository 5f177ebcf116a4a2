"""The page of the tests: an empty place, filled by its own script, and the plans it draws from."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.writers.html5 import HTML5Translator

from exercises import load_bank
from exercises.papers import Plan
from publishing.exercise_output import shown_items
from publishing.test_page import course_plans, test_view

#: A classic script that hands over its data: `file://` allows no fetch.
_FILE: Final = "test-plans.js"


def visit_view(self: HTML5Translator, node: test_view) -> None:
    """Set the place, and what is said without a script."""
    self.body.append(
        '<div id="test"><noscript><p>网页上的测试要由浏览器里的脚本来出题和判分。'
        "没有脚本时，请向教师要印好的试卷。</p></noscript></div>\n"
    )


def depart_view(self: HTML5Translator, node: test_view) -> None:
    """Leave the place empty."""


def write_plans(app: Sphinx, error: Exception | None) -> None:
    """Write the plans of all tests whose items are in the book, after all pages are built."""
    if error is not None or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    shown = {item_id for items in shown_items(app.env).values() for item_id in items}
    order = list(app.env.toctree_includes.get(app.config.root_doc, []))
    pages = {chapter.id: chapter.page for chapter in load_bank().chapters}

    def place(plan: Plan) -> int:
        page = pages.get(plan.id)
        return order.index(page) if page in order else -1

    plans = [
        _plan(plan, "章测" if plan.id in pages else "综合测试")
        for plan in sorted(course_plans(), key=place)
        if all(one.id in shown for each in plan.draws for one in each.pool)
    ]
    data = json.dumps(plans, ensure_ascii=False, separators=(",", ":"))
    target = Path(app.outdir) / "_static" / _FILE
    target.write_text(f"window.testPlans={data};\n", encoding="utf-8")


def _plan(plan: Plan, group: str) -> dict[str, Any]:
    return asdict(plan) | {"group": group}


def setup(app: Sphinx) -> None:
    """Register the visitor and the writer of the plans."""
    app.add_node(test_view, html=(visit_view, depart_view))
    app.connect("build-finished", write_plans)
