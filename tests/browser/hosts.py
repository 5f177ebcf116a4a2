"""Hosts that serve a site in ways of their own, each a small server."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

#: Seconds after which a server that is to end looks whether it is, at the latest.
SOON = 0.05


class Listening(ThreadingHTTPServer):
    """A server of this machine that answers from when it is made until it is closed."""

    def __init__(self, handler: Callable[..., BaseHTTPRequestHandler]) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, args=[SOON], daemon=True).start()

    def close(self) -> None:
        """End it, and give its port back."""
        self.shutdown()
        self.server_close()


@dataclass
class Host:
    """What a host does differently; as it stands, nothing."""

    folder: Path
    #: Where a path is sent to instead; nothing if it is served.
    elsewhere: Callable[[str], str | None] = lambda _: None
    #: Whether it sends a reader elsewhere only as long as the address has no query.
    once: bool = False
    #: Which file a path stands for.
    file: Callable[[str], str] = lambda path: path
    #: What becomes of a file on its way.
    altered: Callable[[str, bytes], bytes] = lambda _, content: content
    headers: dict[str, str] = field(default_factory=dict)
    #: The site's path on the host.
    under: str = "/"
    #: What has been asked for, by path.
    asked: list[str] = field(default_factory=list)
    address: str = ""
    #: Whether it breaks off every connection.
    gone: bool = False

    @contextmanager
    def away(self) -> Generator[None]:
        """Have readers not reach it for a while."""
        self.gone = True
        try:
            yield
        finally:
            self.gone = False

    @contextmanager
    def serving(self) -> Generator[str]:
        """Serve the site; give its address."""
        with closing(Listening(functools.partial(_Handler, self))) as server:
            self.address = server.address + self.under
            yield self.address


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, host, *given):
        self.host = host
        super().__init__(*given, directory=str(host.folder))

    def do_GET(self):
        path, query = urlsplit(self.path)[2:4]
        self.host.asked.append(path)
        if self.host.gone:
            self.close_connection = True
            return
        below = path.removeprefix(self.host.under) if path.startswith(self.host.under) else ""
        there = None if query and self.host.once else self.host.elsewhere(below)
        if there is not None:
            self.answer(HTTPStatus.MOVED_PERMANENTLY, Location=self.host.under + there)
            return
        name = self.host.file(below)
        file = self.host.folder / (name or "index.html")
        if file.is_dir():
            file /= "index.html"
        status = HTTPStatus.OK
        if not file.is_file():
            status, file = HTTPStatus.NOT_FOUND, self.host.folder / "404.html"
        content = self.host.altered(file.name, file.read_bytes())
        named = {"Content-Type": self.guess_type(str(file))} | self.host.headers
        self.answer(status, content, **named)

    def answer(self, status, content=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


def clean(folder: Path, **more) -> Host:
    """Addresses without `.html`: the old ones are redirected."""

    def elsewhere(path):
        if path == "index.html" or path.endswith("/index.html"):
            return path.removesuffix("index.html")
        return path.removesuffix(".html") if path.endswith(".html") else None

    def file(path):
        page = f"{path}.html"
        return page if (folder / page).is_file() else path

    return Host(folder, elsewhere=elsewhere, file=file, **more)


def roundabout(folder: Path) -> Host:
    """Each address is redirected to one with a query."""

    def elsewhere(path):
        return None if path == "sw.js" else f"{path}?from=host"

    return Host(folder, elsewhere=elsewhere, once=True)


def commenting(folder: Path) -> Host:
    """A comment is appended to each page, and spaces are taken out of it."""

    def altered(name, content):
        if not name.endswith(".html"):
            return content
        return content.replace(b"\n  <", b"<") + b"<!-- served by a host -->"

    return Host(folder, altered=altered, headers={"Vary": "*"})


def meddling(folder: Path) -> Host:
    """A comment is appended to scripts too."""

    def altered(name, content):
        return content + b"/* host */" if name.endswith(".js") and name != "sw.js" else content

    return Host(folder, altered=altered)
