"""Pages that report to a record store, if the course names one and the reader wants it.

Of a course that names none, no page has anything of this but the place of ``{reporting}``, where
the script would tell what is sent; served with a record store (``exporting/serving.py``) the same
pages get the script on their way.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Final

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from course.record_store import RecordStore
from publishing.directive_pages import note_page
from publishing.sources import course_of

#: The directive, and the id of the place where the script tells what is sent.
PLACE: Final = "reporting"
#: The built script and style.
BUILT: Final = Path(__file__).parent / "html" / "web" / "dist" / "reporting"
#: Sphinx loads it by its name, as any extension: it writes what the script knows of the items.
EXTENSION: Final = "exporting.packages.reporting"
_TAG: Final = re.compile(r' *<script src="[^"]*_static/reporting\.js"[^>]*></script>\n')


class reporting_place(nodes.General, nodes.Element):
    """Where the script tells what is sent; empty on a site that sends nothing."""


class ReportingDirective(SphinxDirective):
    """Place what readers are told of reporting; it takes nothing."""

    def run(self) -> list[nodes.Node]:
        """Build the place; paper has none."""
        note_page(self.env, PLACE)
        return [addnodes.only("", reporting_place(), expr="html")]


def visit_reporting_place(self: HTML5Translator, node: reporting_place) -> None:
    """Write the empty place."""
    self.body.append(f'<div id="{PLACE}"></div>\n')
    raise nodes.SkipNode


def script_tag(root: str, address: str, of: str, about: str) -> str:
    """Write the script as it stands in a page's head.

    Parameters
    ----------
    root
        The way from the page to the site's root.
    address
        The record store's, with a slash at its end.
    of
        Whose it is.
    about
        The page that tells of all data, from the root; may be empty.
    """
    data = "".join(
        f' data-{name}="{escape(value)}"'
        for name, value in (("address", address), ("of", of), ("about", about))
    )
    return f'<script src="{root}_static/reporting.js"{data} defer></script>'


def served_page(page: str, address: str, of: str, about: str) -> str:
    """Have a built page report to a record store, whichever its course names.

    Parameters
    ----------
    page
        The page.
    address, of, about
        As in :func:`script_tag`.
    """
    root = re.search(r'<html[^>]* data-root="([^"]*)"', page)
    if not root:
        return page
    tag = script_tag(root[1], address, of, about)
    return _TAG.sub("", page, count=1).replace("</head>", f"  {tag}\n</head>", 1)


def store_of(app: Sphinx) -> RecordStore | None:
    """Give the record store that the course of a build names."""
    return course_of(app).settings.record_store


def offer_reporting(app: Sphinx, config: Config) -> None:
    """Take the script into the site of a course that names a record store."""
    if store_of(app):
        app.setup_extension(EXTENSION)
        config.html_static_path.append(str(BUILT))


def setup(app: Sphinx) -> None:
    """Register the directive, and the script where it is wanted.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.add_node(reporting_place, html=(visit_reporting_place, None))
    app.add_directive(PLACE, ReportingDirective)
    # After the course's settings are known to be sound.
    app.connect("config-inited", offer_reporting, priority=600)
