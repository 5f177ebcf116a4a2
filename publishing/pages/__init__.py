"""The live pages (progress, review, notes, exam, duties), one folder each.

To add one, add a folder with ``__init__.py`` (its ``PAGE``), ``script.js`` and ``style.css``.
Python finds it here, the bundler in ``html/web/build.mjs``; nothing else is edited.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from sphinx.application import Sphinx

from publishing.pages import placing
from publishing.pages.live_page import LivePage, LivePageDirective, live_page, visit_live_page

__all__ = ["LivePage", "live_page", "live_pages", "setup"]


@cache
def live_pages() -> dict[str, LivePage]:
    """Find the live pages.

    Returns
    -------
    dict of str to LivePage
        The pages by name, in alphabetical order.
    """
    folders = [module.name for module in pkgutil.iter_modules(__path__) if module.ispkg]
    return {name: import_module(f"{__name__}.{name}").PAGE for name in folders}


def setup(app: Sphinx) -> None:
    """Register each page's directive, and whatever else it needs.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.add_node(live_page, html=(visit_live_page, None))
    placing.setup(app)
    for page in live_pages().values():
        app.add_directive(page.name, LivePageDirective)
        if page.setup is not None:
            page.setup(app)
