"""The exercises' script and style, on a page once and only where needed."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from docutils import nodes
from sphinx.application import Sphinx

import exercises
from exercises.sheet import exercise

#: The exercises' front end as built by ``make web``.
_FRONT_END: Final = Path(exercises.__path__[0]) / "web" / "dist" / "site"


def add_static_folder(app: Sphinx) -> None:
    """Let Sphinx copy the front end into the site."""
    app.config.html_static_path.append(str(_FRONT_END))


def add_exercise_assets(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Load the exercises' front end on the pages that have exercises."""
    if doctree is not None and next(doctree.findall(exercise), None) is not None:
        app.add_js_file("exercises.js", loading_method="defer")
        app.add_css_file("exercises.css")


def setup(app: Sphinx) -> None:
    """Register the assets."""
    app.connect("builder-inited", add_static_folder)
    app.connect("html-page-context", add_exercise_assets)
