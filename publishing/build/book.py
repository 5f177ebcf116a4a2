"""Build site and handout in two processes. The handout only needs the pages to have been read.

The process that builds the site signals when all pages are read and checked. The other one sets
itself up in the meantime, then prints the handout while the site is written.
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

#: Event priority: after all checks of the book.
_LAST: Final = 999


@dataclass(frozen=True)
class _PagesRead:
    """One end of the pipe that signals that all pages are read, and what this end is for."""

    end: Connection
    part: Literal["tells", "waits"]


_PAGES_READ: ContextVar[_PagesRead | None] = ContextVar("pages_read", default=None)


def build_book(site: Callable[[], int], handout: Callable[[], int]) -> tuple[int, int]:
    """Build both.

    Parameters
    ----------
    site, handout
        Build one of the two and print any errors; return an exit status.

    Returns
    -------
    tuple of int
        Their exit statuses. If the site fails, the handout's output is dropped, because it would
        report the same errors, and its status is the site's.
    """
    waits, tells = FORK.Pipe(duplex=False)
    with TemporaryFile() as output, TemporaryFile() as errors:

        def print_it() -> None:
            # The waiting end sees the pipe close only if this process has closed the other end.
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
        for captured, stream in ((output, sys.stdout), (errors, sys.stderr)):
            captured.seek(0)
            stream.write(captured.read().decode())
        return 0, second.exitcode or 0


def _inside(build: Callable[[], int], pages_read: _PagesRead, *streams: IO[bytes]) -> None:
    """Run a build in this process; redirect its output if streams are given."""
    for descriptor, stream in enumerate(streams, start=1):
        os.dup2(stream.fileno(), descriptor)
    if streams:
        sys.stdout, sys.stderr = (
            os.fdopen(descriptor, "w", encoding="utf-8", closefd=False) for descriptor in (1, 2)
        )
    _PAGES_READ.set(pages_read)
    sys.exit(build())


def _wait(end: Connection) -> None:
    """Wait until all pages are read, or until the other process ends without reading any."""
    with suppress(EOFError):
        end.recv()


def setup(app: Sphinx) -> None:
    """Let this process signal or wait, if it builds one half of a book.

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
        # All extensions are set up by now, and the stored environment has not been loaded yet.
        app.connect("config-inited", lambda *_: _wait(end), priority=_LAST)
