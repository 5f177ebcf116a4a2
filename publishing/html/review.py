"""The page of reviews: an empty place, filled by its own script."""

from __future__ import annotations

from typing import Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.writers.html5 import HTML5Translator

from publishing.review import review_view

#: Written by ``web/build.mjs`` from the packages that it bundles.
_LICENCES: Final = "_static/licenses.txt"


def visit_view(self: HTML5Translator, node: review_view) -> None:
    """Set the place, what is said without a script, and whose algorithm it is."""
    builder = self.builder
    assert isinstance(builder, StandaloneHTMLBuilder)
    page = builder.get_target_uri(builder.current_docname)
    licences = "../" * page.count("/") + _LICENCES
    self.body.append(
        '<div id="review"><noscript><p>复习由浏览器里的脚本安排；'
        "没有脚本时，可以在讲义的复习登记表里自己安排。</p></noscript></div>\n"
        '<p class="review-credit">何时再复习，由公开的间隔重复算法推算'
        f'（<a href="{licences}">使用许可</a>）。</p>\n'
    )
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the visitor."""
    app.add_node(review_view, html=(visit_view, None))
