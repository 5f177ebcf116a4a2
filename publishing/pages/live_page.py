"""Live pages: an element that a script fills, and what print has instead."""

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

#: Licences of the bundled packages, written by ``html/web/build.mjs``.
_LICENCES = "_static/licenses.txt"


class live_page(nodes.General, nodes.Element):
    """The element that a script fills. Attribute ``page``: its name."""


@dataclass(frozen=True)
class LivePage:
    """A page that a script fills with what the reader has done.

    Its folder under ``publishing/pages/`` contains ``script.js``, which fills the element whose id
    is the page's name, and ``style.css``.

    Parameters
    ----------
    name
        The folder's name, which is also the name of its directive.
    without_script
        Text for browsers without scripts.
    on_paper
        Builds what the handout has instead; None for nothing.
    credit
        A line below it with a link to the licences of the packages in its script.
    shows_exercises
        Whether its script mounts exercises and therefore needs the exercises' own script.
    setup
        Registers further components with Sphinx, such as writers of data.
    """

    name: str
    without_script: str
    on_paper: Callable[[BuildEnvironment], nodes.Node] | None = None
    credit: str = ""
    shows_exercises: bool = False
    setup: Callable[[Sphinx], None] | None = None


class LivePageDirective(SphinxDirective):
    """Place a live page; the directive has the page's name, no arguments and no content."""

    def run(self) -> list[nodes.Node]:
        """Build nodes for the site and for print; Sphinx keeps those for the current builder."""
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
    """Write the element with the text for browsers without scripts, and the credit."""
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
