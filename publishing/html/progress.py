"""The progress page: an empty place, filled by its own script."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from publishing.progress import progress_view


def visit_view(self: HTML5Translator, node: progress_view) -> None:
    """Set the place, and what is said without a script."""
    self.body.append(
        '<div id="progress"><noscript><p>学习进度由浏览器里的脚本汇总；'
        "没有脚本时，可以打印讲义里的学习记录表。</p></noscript></div>\n"
    )
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the visitor."""
    app.add_node(progress_view, html=(visit_view, None))
