"""The online course: how our nodes become HTML, and the assets they need."""

from __future__ import annotations

from sphinx.application import Sphinx

from publishing.html import (
    additions,
    apparatus,
    assets,
    beside,
    exercise,
    item_store,
    notes,
    progress,
    review,
    search,
    sentence_items,
    sharing,
    speech,
    tables,
    test_page,
    theme,
    translator,
)


def setup(app: Sphinx) -> None:
    """Register the visitors and the assets.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    speech.setup(app)
    tables.setup(app)
    additions.setup(app)
    beside.setup(app)
    apparatus.setup(app)
    exercise.setup(app)
    item_store.setup(app)
    notes.setup(app)
    progress.setup(app)
    review.setup(app)
    sentence_items.setup(app)
    test_page.setup(app)
    assets.setup(app)
    theme.setup(app)
    search.setup(app)
    sharing.setup(app)
    translator.setup(app)
