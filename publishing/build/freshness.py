"""Dependencies of pages on files other than their own source, so that no page gets stale.

Sphinx reads a page again when a file that it depends on is newer, and all pages when a
configuration value of kind ``env`` changes. So each page depends on the course's settings, text and
indexes and on its chapter's items, and all pages depend on a hash of the code.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from sphinx.application import Sphinx
from sphinx.config import Config

import course
import exercises
import publishing
import speech
from course import FILE
from publishing.ours.additions import chapter_of_page
from publishing.sources import bank_of, course_of

#: The packages from which pages are built, whatever the course.
MACHINERY: Final = (course, exercises, publishing, speech)
_KINDS_OF_FILE: Final = {".py", ".js", ".css", ".html", ".typ", ".ttf"}


def machinery_files() -> Iterator[Path]:
    """Yield all code and assets that affect the pages."""
    for package in MACHINERY:
        for file in sorted(Path(package.__path__[0]).rglob("*")):
            if file.suffix in _KINDS_OF_FILE and "node_modules" not in file.parts:
                yield file


@cache
def machinery_hash() -> str:
    """Hash all code and assets that affect the pages."""
    digest = hashlib.sha256()
    for file in machinery_files():
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def note_machinery(app: Sphinx, config: Config) -> None:
    """Set the hash as a configuration value: if it differs, every page is read again."""
    config.course_machinery = machinery_hash()


def note_sources(app: Sphinx, docname: str, source: list[str]) -> None:
    """Record the files that a page depends on when it is read."""
    this = course_of(app)
    files = [this.root / FILE, this.source, *this.indexes.glob("*.yml")]
    chapter = chapter_of_page(bank_of(app), docname)
    if chapter is not None:
        files.append(this.root / chapter.file)
    for file in files:
        app.env.note_dependency(str(file))


def setup(app: Sphinx) -> None:
    """Register the configuration value and the handlers.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.add_config_value("course_machinery", "", "env", (str,))
    app.connect("config-inited", note_machinery)
    app.connect("source-read", note_sources)
