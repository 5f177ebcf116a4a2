"""A static server that compresses responses like hosts and CDNs do."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

_COMPRESSED: Final = {".html", ".css", ".js", ".json", ".svg", ".webmanifest", ".txt", ".xml"}
#: How long browsers may cache a file, in seconds.
_KEPT: Final = 600


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = _body(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in _COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", f"max-age={_KEPT}")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Do not log requests."""


@cache
def _body(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.compress(data, 9, mtime=0) if path.suffix in _COMPRESSED else data


@contextmanager
def served(site: Path) -> Generator[str]:
    """Serve a folder on this machine.

    Yields
    ------
    str
        The address of its root, with a trailing slash.
    """
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
