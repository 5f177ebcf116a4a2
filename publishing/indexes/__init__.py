"""The indexes: terms, people and documents, numbers and times.

The data are in the course's ``book/indexes``. `entry` defines their schema, `reading` reads them,
`inventory` checks that they are complete, and `places` finds where each entry occurs. `directives`
makes the pages, `marks` marks the terms in the chapters.
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from publishing.errors import CourseError
from publishing.sources import course_of


def setup(app: Sphinx) -> None:
    """Register the directives, the transforms and the checks.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    from publishing.indexes.data_files import FaultyIndexError, load_indexes
    from publishing.indexes.directives import DIRECTIVES, INDEX_PAGES
    from publishing.indexes.marks import FillPlaces, MarkPlaces, MarkTerms

    def read_first(app: Sphinx) -> None:
        """Read the data before anything is built, so that faults stop the build early."""
        try:
            load_indexes(course_of(app))
        except FaultyIndexError as error:
            raise CourseError(str(error)) from error

    def write_again(app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Write the indexes again whenever anything changed: they depend on all pages."""
        return sorted(env.metadata.keys() & _index_pages(env))

    def _index_pages(env: BuildEnvironment) -> set[str]:
        labels = env.get_domain("std").data["anonlabels"]
        return {labels[name][0] for name in INDEX_PAGES if name in labels}

    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)
    for transform in (FillPlaces, MarkPlaces, MarkTerms):
        app.add_post_transform(transform)
    app.connect("builder-inited", read_first)
    app.connect("env-updated", write_again)
