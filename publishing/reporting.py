"""Pages that report to a record store, if the course names one and the reader agrees.

If a course names none, its pages contain nothing of this except the empty place of ``{reporting}``,
where the script would explain what is sent. When such a site is served with a record store
(``exporting/serving.py``), the script is inserted into the pages on the fly.
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

#: Name of the directive, and id of the element in which the script explains what is sent.
PLACE: Final = "reporting"
#: Folder of the built script and style sheet.
BUILT: Final = Path(__file__).parent / "html" / "web" / "dist" / "reporting"
#: Extension that writes the data about items for the script; Sphinx imports it by name.
EXTENSION: Final = "exporting.packages.reporting"
_TAG: Final = re.compile(r' *<script src="[^"]*_static/reporting\.js"[^>]*></script>\n')


class reporting_place(nodes.General, nodes.Element):
    """Where the script explains what is sent; empty on a site that sends nothing."""


class ReportingDirective(SphinxDirective):
    """Place the explanation of reporting; no arguments, no content."""

    def run(self) -> list[nodes.Node]:
        """Build the place, which is omitted in print."""
        note_page(self.env, PLACE)
        return [addnodes.only("", reporting_place(), expr="html")]


def visit_reporting_place(self: HTML5Translator, node: reporting_place) -> None:
    """Write the empty element."""
    self.body.append(f'<div id="{PLACE}"></div>\n')
    raise nodes.SkipNode


def script_tag(root: str, address: str, of: str, about: str) -> str:
    """Return the script element for a page's head.

    Parameters
    ----------
    root
        Relative address of the site's root.
    address
        Address of the record store, with a trailing slash.
    of
        Name of whoever runs it.
    about
        Page that explains what is saved, relative to the root; may be empty.
    """
    data = "".join(
        f' data-{name}="{escape(value)}"'
        for name, value in (("address", address), ("of", of), ("about", about))
    )
    return f'<script src="{root}_static/reporting.js"{data} defer></script>'


def served_page(page: str, address: str, of: str, about: str) -> str:
    """Add the script to a built page, replacing the one for the course's own record store.

    Parameters
    ----------
    page
        The page's HTML.
    address, of, about
        As in :func:`script_tag`.
        As in :func:`script_tag`.
    """
    root = re.search(r'<html[^>]* data-root="([^"]*)"', page)
    if not root:
        return page
    tag = script_tag(root[1], address, of, about)
    return _TAG.sub("", page, count=1).replace("</head>", f"  {tag}\n</head>", 1)


def store_of(app: Sphinx) -> RecordStore | None:
    """Return the record store that the course names, if any."""
    return course_of(app).settings.record_store


def offer_reporting(app: Sphinx, config: Config) -> None:
    """Add the script to the site of a course that names a record store."""
    if store_of(app):
        app.setup_extension(EXTENSION)
        config.html_static_path.append(str(BUILT))


def setup(app: Sphinx) -> None:
    """Register the directive, and the script if the course wants it.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.add_node(reporting_place, html=(visit_reporting_place, None))
    app.add_directive(PLACE, ReportingDirective)
    # After the course's settings have been checked.
    app.connect("config-inited", offer_reporting, priority=600)
