"""Which page holds a directive: pages are known by what they hold, never by their names."""

from __future__ import annotations

from typing import Final

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

#: Where Sphinx keeps what a document says of itself, and forgets it with the document.
_KEY: Final = "course_directives"


def note_page(env: BuildEnvironment, directive: str) -> None:
    """Note that the page that is being read holds a directive."""
    env.metadata[env.docname].setdefault(_KEY, []).append(directive)


def pages_by_directive(env: BuildEnvironment) -> dict[str, str]:
    """Give the page of each noted directive.

    Parameters
    ----------
    env
        Sphinx's environment, with all pages read.

    Returns
    -------
    dict of str to str
        Documents by the names of directives; of several pages, the first by name.
    """
    pages: dict[str, str] = {}
    for docname in sorted(env.metadata):
        for directive in env.metadata[docname].get(_KEY, []):
            pages.setdefault(directive, docname)
    return dict(sorted(pages.items()))


def write_all_after_a_move(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Have every page written anew when a directive is on another page: all link there."""
    now = pages_by_directive(env)
    before = getattr(env, "course_directive_pages", now)
    env.course_directive_pages = now  # type: ignore[attr-defined]
    return [] if now == before else sorted(env.found_docs)


def setup(app: Sphinx) -> None:
    """Register the look-up."""
    app.connect("env-updated", write_all_after_a_move)
