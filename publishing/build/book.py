"""Site and handout of one build, in two processes: the handout needs the pages only as read.

The process that builds the site tells when all pages are read and hold together; the other, which
has set itself up meanwhile, prints from then on, while the site is written.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from multiprocessing.connection import Connection
from tempfile import TemporaryFile
from typing import IO, Final, Literal

from sphinx.application import Sphinx

from publishing.build.processes import FORK

#: After all checks of the book.
_LAST: Final = 999


@dataclass(frozen=True)
class _PagesRead:
    """The pipe on which one process tells that all pages are read, and this one's end of it."""

    end: Connection
    part: Literal["tells", "waits"]


_PAGES_READ: ContextVar[_PagesRead | None] = ContextVar("pages_read", default=None)


def build_book(site: Callable[[], int], handout: Callable[[], int]) -> tuple[int, int]:
    """Build both.

    Parameters
    ----------
    site, handout
        Build one of the two and print what is wrong, if anything is; return an exit status.

    Returns
    -------
    tuple of int
        Their exit statuses. Where the site cannot be built, nothing is said of the handout, in
        which the same would be wrong, and its status is the site's.
    """
    waits, tells = FORK.Pipe(duplex=False)
    with TemporaryFile() as output, TemporaryFile() as errors:

        def print_it() -> None:
            # The pipe ends with the process that tells, and so this must not hold that end.
            tells.close()
            _inside(handout, _PagesRead(waits, "waits"), output, errors)

        first = FORK.Process(target=lambda: _inside(site, _PagesRead(tells, "tells")))
        second = FORK.Process(target=print_it)
        first.start()
        second.start()
        tells.close()
        first.join()
        if status := first.exitcode or 0:
            second.terminate()
        second.join()
        waits.close()
        if status:
            return status, status
        for told, stream in ((output, sys.stdout), (errors, sys.stderr)):
            told.seek(0)
            stream.write(told.read().decode())
        return 0, second.exitcode or 0


def _inside(build: Callable[[], int], pages_read: _PagesRead, *streams: IO[bytes]) -> None:
    """Build in this process, with what it prints kept for later if streams are given."""
    for descriptor, stream in enumerate(streams, start=1):
        os.dup2(stream.fileno(), descriptor)
    if streams:
        sys.stdout, sys.stderr = (
            os.fdopen(descriptor, "w", encoding="utf-8", closefd=False) for descriptor in (1, 2)
        )
    _PAGES_READ.set(pages_read)
    sys.exit(build())


def _wait(end: Connection) -> None:
    """Wait until all pages are read, or their process has ended: nothing had to be read, say."""
    with suppress(EOFError):
        end.recv()


def setup(app: Sphinx) -> None:
    """Have this process tell or wait, if it builds a part of a book.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    pages_read = _PAGES_READ.get()
    if pages_read is None:
        return
    end = pages_read.end
    if pages_read.part == "tells":
        app.connect("env-check-consistency", lambda *_: end.send(True), priority=_LAST)
    else:
        # All extensions are set up, and what the other has read is not yet loaded.
        app.connect("config-inited", lambda *_: _wait(end), priority=_LAST)
