"""Live preview for authors: the pages are rebuilt whenever a source is saved.

Each build runs in a fork of the preview process. When the code changes, the preview restarts.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final, NoReturn

import click

from course import FILE, Course
from publishing.build.freshness import MACHINERY
from publishing.build.processes import FORK, build_in_fork, import_ahead
from publishing.site.offline import WORKER

#: The sources of pages in the course's folder.
_SOURCES: Final = (FILE, "_config.yml", "_toc.yml", "book", "exercises")
_MACHINERY: Final = tuple(Path(package.__path__[0]) for package in MACHINERY)
_KINDS_OF_FILE: Final = {".css", ".csv", ".html", ".js", ".md", ".py", ".txt", ".yml"}
_HERE: Final = "127.0.0.1"
_TAKEN: Final = (
    "网页不能在端口 {port} 上打开：可能已有别的程序在用，请换一个，如 make preview PORT={other}"
)
_SECONDS_BETWEEN_LOOKS: Final = 0.2


class _Pages(SimpleHTTPRequestHandler):
    """Serves the built pages uncached and without their service worker."""

    def do_GET(self) -> None:
        if self.path.partition("?")[0] == f"/{WORKER}":
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Print no requests: the console shows the builds."""


def preview(course: Course, port: int, build: Callable[[], int]) -> NoReturn:
    """Serve the pages and rebuild them after each change, until interrupted.

    Parameters
    ----------
    course
        The course.
    port
        Port on localhost.
    build
        Builds the pages and prints any errors; returns an exit status.
    """
    # A shell starts background jobs with SIGINT ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    import_ahead()
    if _is_taken(port):
        _end_as_taken(port)
    server = FORK.Process(target=_serve, args=(course.site, port), daemon=True)
    server.start()
    click.echo(f"打开 http://localhost:{port}/ ；保存了文件，网页就重新生成。按 Ctrl+C 结束。")
    before: Mapping[Path, int] = {}
    while server.is_alive():
        now = _saved(course)
        changed = {file for file, _ in before.items() ^ now.items()}
        if before and any(file.suffix == ".py" for file in changed):
            _start_anew(server)
        if changed:
            _rebuild(build)
        before = now
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    _end_as_taken(port)


def _end_as_taken(port: int) -> NoReturn:
    other = port + 1 if port < 2**16 - 1 else port - 1
    sys.exit(_TAKEN.format(port=port, other=other))


def _is_taken(port: int) -> bool:
    """Check whether the port is unavailable, before anything is built."""
    try:
        with ThreadingHTTPServer((_HERE, port), SimpleHTTPRequestHandler):
            return False
    except OSError:
        return True


def _serve(site: Path, port: int) -> None:
    # The server ends when its parent process does, however that ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = os.getppid()
    handler = partial(_Pages, directory=str(site))
    try:
        server = ThreadingHTTPServer((_HERE, port), handler)
    except OSError:
        sys.exit(1)
    with server:
        server.timeout = _SECONDS_BETWEEN_LOOKS
        while os.getppid() == parent:
            server.handle_request()


def _saved(course: Course) -> dict[Path, int]:
    """Return when each source was last saved, in nanoseconds."""
    saved = {}
    for place in (*(course.root / name for name in _SOURCES), *_MACHINERY):
        for file in place.rglob("*") if place.is_dir() else [place]:
            # Temporary files of editors may disappear between the listing and this.
            with contextlib.suppress(FileNotFoundError):
                if file.suffix in _KINDS_OF_FILE and not file.name.startswith("."):
                    saved[file] = file.stat().st_mtime_ns
    return saved


def _rebuild(build: Callable[[], int]) -> None:
    start = time.perf_counter()
    how = "改错以前，网页还是原来的" if build_in_fork(build) else "网页已是新的，请刷新"
    click.echo(f"{how}（{time.perf_counter() - start:.1f} 秒）")


def _start_anew(server: BaseProcess) -> NoReturn:
    server.terminate()
    server.join()
    program = [sys.executable, "-m", "publishing", *sys.argv[1:]]
    os.execv(program[0], program)  # ruff: ignore[start-process-with-no-shell] (this program)
