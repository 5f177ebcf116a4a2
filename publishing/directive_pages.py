"""Record which page has which directive: the code identifies pages by content, not by name."""

from __future__ import annotations

from typing import Final

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

#: Key in the environment's metadata of a document, which Sphinx clears with the document.
_KEY: Final = "course_directives"


def note_page(env: BuildEnvironment, directive: str) -> None:
    """Record that the page being read has a directive."""
    env.metadata[env.docname].setdefault(_KEY, []).append(directive)


def pages_by_directive(env: BuildEnvironment) -> dict[str, str]:
    """Return the page of each recorded directive.

    Parameters
    ----------
    env
        Sphinx's environment, after all pages are read.

    Returns
    -------
    dict of str to str
        Document names by directive; if several pages have one, the first by name.
    """
    pages: dict[str, str] = {}
    for docname in sorted(env.metadata):
        for directive in env.metadata[docname].get(_KEY, []):
            pages.setdefault(directive, docname)
    return dict(sorted(pages.items()))


def write_all_after_a_move(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write all pages again when a directive has moved to another page: all link to it."""
    now = pages_by_directive(env)
    before = getattr(env, "course_directive_pages", now)
    env.course_directive_pages = now  # type: ignore[attr-defined]
    return [] if now == before else sorted(env.found_docs)


def setup(app: Sphinx) -> None:
    """Register the event handler."""
    app.connect("env-updated", write_all_after_a_move)
