"""Serve the course together with a record store: ``python -m exporting.serving --lrs URL``.

The built pages get the script with which readers can turn reporting on. The store's key stays in
this process, which forwards statements and allows no reading. Only this machine can connect.
"""

from __future__ import annotations

import base64
import contextlib
import mimetypes
import os
import re
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from course import Course, FaultyError, NoCourseError
from course.arguments import Parser, add_course
from exercises import load_bank
from exporting.packages.packed_course import UnpackableError
from exporting.packages.reporting import DATA, VARIABLE, reported_course
from publishing.html.data.scripts import data_script
from publishing.reporting import BUILT, PLACE, served_page
from publishing.site.offline import WORKER
from speech import SourceError

KEY: Final = "LRS_KEY"
#: Where the pages send statements, to be forwarded by this server.
PATH: Final = "/xapi/"
#: Replaces the service worker of earlier visits, whose cached pages do not report.
_NO_COPY: Final = b"""\
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  await registration.unregister();
  for (const page of await clients.matchAll({ type: 'window' })) page.navigate(page.url);
})()));
"""
_STATEMENT: Final = re.compile(r"/xapi/statements\?statementId=([0-9a-f-]{36})")
_MOST: Final = 100_000
_PATIENCE: Final = 20


class _Handler(BaseHTTPRequestHandler):
    """Serves files and forwards statements."""

    files: Mapping[str, bytes]
    store: str
    key: str

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).lstrip("/")
        path = path or "index.html"
        if path in self.files:
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            text = "; charset=utf-8" if kind.startswith("text/") else ""
            self._answer(200, f"{kind}{text}", self.files[path])
        else:
            self._answer(404, "text/plain", b"")

    def do_PUT(self) -> None:
        named = _STATEMENT.fullmatch(self.path)
        given = self.headers.get("Content-Length", "")
        length = int(given) if given.isdecimal() else 0
        # Pages of other sites must not send statements.
        foreign = self.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin"
        if not named or foreign or not 0 < length <= _MOST:
            self.close_connection = True
            self._answer(403, "text/plain", b"")
            return
        status = passed_on(self.store, self.key, named[1], self.rfile.read(length))
        self._answer(status, "text/plain", b"")

    def _answer(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Do not log requests."""


def passed_on(store: str, key: str, statement: str, body: bytes) -> int:
    """Forward a statement to the record store.

    Parameters
    ----------
    store
        The record store's address.
    key
        User and secret, separated by a colon.
    statement
        The statement's id.
    body
        The statement.

    Returns
    -------
    int
        The store's HTTP status; 502 if it cannot be reached.
    """
    # The command accepts only http and https addresses.
    request = urllib.request.Request(  # ruff: ignore[suspicious-url-open-usage]
        f"{store.rstrip('/')}/statements?statementId={statement}",
        data=body,
        method="PUT",
        headers={
            "Authorization": f"Basic {base64.b64encode(key.encode()).decode()}",
            "X-Experience-API-Version": "1.0.3",
            "Content-Type": "application/json",
        },
    )
    try:
        with urllib.request.urlopen(  # ruff: ignore[suspicious-url-open-usage]
            request, timeout=_PATIENCE
        ) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 502


def server(files: Mapping[str, bytes], store: str, key: str, port: int) -> ThreadingHTTPServer:
    """Create the server, which accepts only local connections."""
    handler = type("Handler", (_Handler,), {"files": files, "store": store, "key": key})
    return ThreadingHTTPServer(("127.0.0.1", port), handler)


def files_of(course: Course, store: str) -> dict[str, bytes]:
    """Return all files of the built site, with the reporting script in its pages.

    Parameters
    ----------
    course
        The course.
    store
        The record store's address to show to readers.

    Raises
    ------
    UnpackableError
        If there is no site yet.
    """
    script = BUILT / "reporting.js"
    if not (course.site / "index.html").exists() or not script.exists():
        raise UnpackableError(f"还没有网页：{course.site}；请先运行 make book")
    files = {
        file.relative_to(course.site).as_posix(): file.read_bytes()
        for file in sorted(course.site.rglob("*"))
        if file.is_file()
    }
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    place = f'<div id="{PLACE}">'
    about = next((path for path, page in pages.items() if place in page), "")
    data = data_script(VARIABLE, reported_course(course, load_bank(course)))
    return (
        files
        | {path: served_page(page, PATH, store, about).encode() for path, page in pages.items()}
        | {f"_static/{file.name}": file.read_bytes() for file in BUILT.iterdir()}
        | {f"_static/{DATA}.js": data.encode(), WORKER: _NO_COPY}
    )


def key_for(built: Path) -> str:
    """Return the store's key from the environment, or that of the store started by ``make lrs``."""
    kept = built / "lrs" / "key.txt"
    return os.environ.get(KEY) or (
        f"course:{kept.read_text(encoding='utf-8').strip()}" if kept.exists() else ""
    )


def main(argv: list[str] | None = None) -> int:
    """Serve until interrupted; returns 1 after an error message."""
    parser = Parser(prog="python -m exporting.serving", description="连同学习记录库一起打开课程")
    parser.add_argument("--lrs", metavar="地址", required=True, help="记录库的地址，以 http 开头")
    parser.add_argument("--port", metavar="端口", type=int, default=8000, help="默认 8000")
    add_course(parser)
    arguments = parser.parse_args(argv)
    if urlsplit(arguments.lrs).scheme not in {"http", "https"}:
        print(f"记录库的地址要以 http:// 或 https:// 开头：{arguments.lrs}", file=sys.stderr)
        return 1
    try:
        course = Course.at(arguments.course)
        key = key_for(course.built)
        if not key:
            print(f"没有记录库的密钥；请先运行 make lrs，或写 {KEY}=用户名:密钥", file=sys.stderr)
            return 1
        files = files_of(course, arguments.lrs)
    except (FaultyError, NoCourseError, SourceError, UnpackableError) as error:
        print(f"打不开：{error}", file=sys.stderr)
        return 1
    try:
        served = server(files, arguments.lrs, key, arguments.port)
    except OSError:
        print(f"端口 {arguments.port} 已被占用；请用 PORT= 换一个", file=sys.stderr)
        return 1
    print(f"http://localhost:{arguments.port}/　记录库 {arguments.lrs}，由读者自己开启", flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        served.serve_forever()
    return 0


if __name__ == "__main__":
    sys.exit(main())
