"""Remove output of earlier builds that this build does not write."""

from __future__ import annotations

import shutil
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder

from publishing.html.theme import EXTRA_PAGES


def remove_stale(app: Sphinx, builder: Builder) -> None:
    """Remove pages without a source, and all static files, which are copied again.

    Sphinx does not, and the offline copy would include them. This runs after all pages have been
    read, so that an error in a page leaves the last site intact.

    Parameters
    ----------
    app
        The Sphinx application.
    builder
        The builder; only that of the site has anything to remove.
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
    """Register the event handler.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.connect("write-started", remove_stale)
