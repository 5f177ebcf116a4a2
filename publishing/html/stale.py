"""What earlier builds left in the site and this one does not make."""

from __future__ import annotations

import shutil
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder

from publishing.html.theme import EXTRA_PAGES


def remove_stale(app: Sphinx, builder: Builder) -> None:
    """Remove pages without a source, and all static files: they are copied anew.

    Sphinx removes neither, and the offline copy would take them along. It happens when all pages
    have been read, so that a fault in a page leaves the last site as it is.

    Parameters
    ----------
    app
        The Sphinx application.
    builder
        Only a site has anything to remove.
    """
    if not isinstance(builder, StandaloneHTMLBuilder):
        return
    site = Path(app.outdir)
    shutil.rmtree(site / "_static", ignore_errors=True)
    made = {site / f"{name}.html" for name in (*app.env.found_docs, *EXTRA_PAGES, "index")}
    for page in site.rglob("*.html"):
        if page not in made:
            page.unlink()


def setup(app: Sphinx) -> None:
    """Register the removal.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.connect("write-started", remove_stale)
