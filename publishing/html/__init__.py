"""The site: HTML for our nodes, and the assets of its pages."""

from __future__ import annotations

from sphinx.application import Sphinx

from publishing.html import (
    additions,
    assets,
    beside,
    close_readings,
    exercise,
    indexes,
    reading_tools,
    sharing,
    speech_blocks,
    stale,
    study_time,
    tables,
    theme,
    timeline,
    titles,
    translator,
)
from publishing.html.data import item_index, item_store, search, sentence_items


def setup(app: Sphinx) -> None:
    """Register the visitors and the assets.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    speech_blocks.setup(app)
    tables.setup(app)
    additions.setup(app)
    timeline.setup(app)
    close_readings.setup(app)
    titles.setup(app)
    study_time.setup(app)
    reading_tools.setup(app)
    beside.setup(app)
    indexes.setup(app)
    exercise.setup(app)
    item_index.setup(app)
    item_store.setup(app)
    sentence_items.setup(app)
    assets.setup(app)
    theme.setup(app)
    search.setup(app)
    sharing.setup(app)
    stale.setup(app)
    translator.setup(app)
