"""No stale page: what a page is made from, besides its own source.

Sphinx does not see that ``exercises/`` or the bank changed. A fingerprint of both
is compared at each build, so that a changed item reads, and so runs, its page anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

import exercises
import publishing
import speech
from publishing.ours.additions import chapter_of_page

_MACHINERY: Final = tuple(Path(package.__path__[0]) for package in (exercises, publishing, speech))
_PROJECT: Final = _MACHINERY[0].parent
_KINDS_OF_FILE: Final = {".py", ".js", ".css", ".html", ".typ", ".ttf"}


@cache
def machinery_fingerprint() -> str:
    """Hash all code and assets that pages are made with."""
    return _fingerprint(
        file
        for folder in _MACHINERY
        for file in folder.rglob("*")
        if file.suffix in _KINDS_OF_FILE and "node_modules" not in file.parts
    )


def page_fingerprint(docname: str) -> str:
    """Hash the machinery and, for a page with items, their bank file.

    Parameters
    ----------
    docname
        Sphinx document name.

    Returns
    -------
    str
        Hexadecimal digest.
    """
    chapter = chapter_of_page(docname)
    # `file` is relative to the project, or absolute, and then `/` keeps it so.
    own = _fingerprint([_PROJECT / chapter.file]) if chapter else ""
    return hashlib.sha256((machinery_fingerprint() + own).encode()).hexdigest()


def outdated_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Name the pages whose fingerprint is not that of the last build."""
    last: dict[str, str] = getattr(env, "course_fingerprints", {})
    indexes = _fingerprint((_PROJECT / "book" / "indexes").glob("*.yml"))
    now = {docname: page_fingerprint(docname) + indexes for docname in env.found_docs}
    env.course_fingerprints = now  # type: ignore[attr-defined]
    return [docname for docname in now if last.get(docname) != now[docname]]


def _fingerprint(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()
