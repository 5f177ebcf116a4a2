"""The page of the reader's notes: an empty place, filled by its own script."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from publishing.notes import notes_view


def visit_view(self: HTML5Translator, node: notes_view) -> None:
    """Set the place, and what is said without a script."""
    self.body.append(
        '<div id="notes"><noscript><p>划线和笔记由浏览器里的脚本保存；'
        "没有脚本时，可以写在打印的讲义上。</p></noscript></div>\n"
    )
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the visitor.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.add_node(notes_view, html=(visit_view, None))
