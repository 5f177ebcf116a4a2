"""What a live page is: a place that a script fills, and what stands there on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from publishing.directive_pages import note_page

#: Written by ``html/web/build.mjs`` from the packages that it bundles.
_LICENCES = "_static/licenses.txt"


class live_page(nodes.General, nodes.Element):
    """The place on a web page that a script fills. Attribute ``page``: its name."""


@dataclass(frozen=True)
class LivePage:
    """A page that a script fills from what the reader has done.

    Its folder under ``publishing/pages/`` holds ``script.js``, which fills the element
    whose id is the page's name, and ``style.css``.

    Parameters
    ----------
    name
        The folder's name; also the name of the directive that places it.
    without_script
        What a browser without script shows in its place.
    on_paper
        Builds what the handout has instead; None leaves the handout without it.
    credit
        A line below it that links to the licences of the packages in its script.
    shows_exercises
        Whether its script mounts exercises, and so needs the exercises' own script.
    setup
        Registers with Sphinx what the page needs besides, such as data to write.
    """

    name: str
    without_script: str
    on_paper: Callable[[BuildEnvironment], nodes.Node] | None = None
    credit: str = ""
    shows_exercises: bool = False
    setup: Callable[[Sphinx], None] | None = None


class LivePageDirective(SphinxDirective):
    """Place a live page: the directive has the page's name and takes nothing."""

    def run(self) -> list[nodes.Node]:
        """Build the place, and what paper has; Sphinx keeps the one that the builder is for."""
        from publishing.pages import live_pages

        page = live_pages()[self.name]
        note_page(self.env, self.name)
        place = live_page("", page=page.name)
        self.set_source_info(place)
        placed: list[nodes.Node] = [addnodes.only("", place, expr="html")]
        if page.on_paper is not None:
            placed.append(addnodes.only("", page.on_paper(self.env), expr="not html"))
        return placed


def visit_live_page(self: HTML5Translator, node: live_page) -> None:
    """Write the empty place, the words for browsers without script, and the credit."""
    from publishing.pages import live_pages

    page = live_pages()[node["page"]]
    self.body.append(
        f'<div id="{page.name}"><noscript><p>{page.without_script}</p></noscript></div>\n'
    )
    if page.credit:
        builder = self.builder
        assert isinstance(builder, StandaloneHTMLBuilder)
        depth = builder.get_target_uri(builder.current_docname).count("/")
        self.body.append(
            f'<p class="{page.name}-credit">{page.credit}'
            f'（<a href="{"../" * depth}{_LICENCES}">使用许可</a>）。</p>\n'
        )
    raise nodes.SkipNode
