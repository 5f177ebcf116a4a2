"""The online course: how our nodes become HTML, and the assets they need."""

from __future__ import annotations

from sphinx.application import Sphinx

from publishing.html import additions, assets, exercise, progress, search, speech, theme


def setup(app: Sphinx) -> None:
    """Register the visitors and the assets.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    speech.setup(app)
    additions.setup(app)
    exercise.setup(app)
    progress.setup(app)
    assets.setup(app)
    theme.setup(app)
    search.setup(app)
