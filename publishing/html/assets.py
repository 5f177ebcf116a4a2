"""Scripts that some pages need: each on a page once, and only there; styles go with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from docutils import nodes
from sphinx.application import Sphinx

import exercises
from exercises.sheet import exercise
from publishing.notes import notes_view
from publishing.progress import progress_view
from publishing.review import review_view
from publishing.test_page import test_view

#: The exercises' front end as built by ``make web``.
EXERCISES: Final = Path(exercises.__path__[0]) / "web" / "dist" / "site"
#: The scripts and the styles, both of one name, that a node on a page asks for, in their order.
BROUGHT_TO_LIFE: Final[dict[type[nodes.Element], tuple[str, ...]]] = {
    exercise: ("exercises",),
    progress_view: ("progress",),
    # It takes the exercises' code from theirs.
    review_view: ("exercises", "review"),
    notes_view: ("notes",),
    test_view: ("exercises", "test"),
}


def add_static_folder(app: Sphinx) -> None:
    """Let Sphinx copy the front end into the site."""
    app.config.html_static_path.append(str(EXERCISES))


def add_assets(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Load what a page's nodes are brought to life by."""
    if doctree is None:
        return
    names = [
        name
        for node, names in BROUGHT_TO_LIFE.items()
        if next(doctree.findall(node), None) is not None
        for name in names
    ]
    for name in dict.fromkeys(names):
        app.add_js_file(f"{name}.js", loading_method="defer")


def setup(app: Sphinx) -> None:
    """Register the assets."""
    app.connect("builder-inited", add_static_folder)
    app.connect("html-page-context", add_assets)
