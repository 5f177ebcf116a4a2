"""ClickHouse's HTTP interface over chdb (the engine as a library), as far as the client uses it."""

from __future__ import annotations

import email.parser
import email.policy
import gzip
import re
import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

_INSERT = re.compile(
    r"\s*INSERT INTO (?P<into>.+?) FORMAT (?P<format>\w+)\s*", re.DOTALL | re.IGNORECASE
)

_FORMAT = re.compile(r"\s+FORMAT (?P<format>\w+)\s*$")


@contextmanager
def served(folder: Path) -> Generator[str]:
    """Serve a database in an empty folder; yields its address."""
    from chdb.session import Session

    session = Session(str(folder / "database"))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            body = self._chunked() if "Content-Length" not in self.headers else None
            body = self.rfile.read(int(self.headers["Content-Length"])) if body is None else body
            zipped = self.headers.get("Content-Encoding") == "gzip"
            self._answer(gzip.decompress(body) if zipped else body)

        def _chunked(self) -> bytes:
            chunks = []
            while size := int(self.rfile.readline(), 16):
                chunks.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(chunks)

        def _answer(self, body: bytes) -> None:
            asked = {name: one[0] for name, one in parse_qs(urlsplit(self.path).query).items()}
            try:
                status, data = 200, _run(session, folder, asked, body, self.headers)
            except RuntimeError as error:  # of the database: the client raises it
                status, data = 500, str(error).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Do not log requests."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"clickhouse://default@127.0.0.1:{server.server_port}/default"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        session.close()


def _run(session: Any, folder: Path, asked: dict[str, str], body: bytes, headers: Any) -> bytes:
    query = asked.get("query", "")
    external = {}
    if "multipart" in headers.get("Content-Type", ""):
        external, fields = _parts(headers["Content-Type"], body)
        query = query or fields.get("query", "")
    elif not query:
        query = body.decode()
    elif found := _INSERT.fullmatch(query):
        file = _written(folder, "inserted", body)
        query = f"INSERT INTO {found['into']} SELECT * FROM file('{file}', {found['format']})"
    for name, data in external.items():
        structure, format_ = asked[f"{name}_structure"], asked[f"{name}_format"]
        file = _written(folder, name, data)
        session.query(f"CREATE TEMPORARY TABLE `{name}` ({structure}) ENGINE Memory")
        session.query(f"INSERT INTO `{name}` SELECT * FROM file('{file}', {format_})")
    try:
        format_ = _FORMAT.search(query)
        answer = session.query(
            _FORMAT.sub("", query), format_["format"] if format_ else "TabSeparated"
        )
        return bytes(answer.bytes())
    finally:
        for name in external:
            session.query(f"DROP TEMPORARY TABLE `{name}`")


def _parts(kind: str, body: bytes) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return the files and the fields of a form."""
    head = f"Content-Type: {kind}\r\n\r\n".encode()
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + body)
    files: dict[str, bytes] = {}
    fields: dict[str, str] = {}
    for part in message.iter_parts():  # type: ignore[attr-defined]
        name = part.get_param("name", header="content-disposition")
        data = part.get_payload(decode=True)
        if part.get_filename():
            files[name] = data
        else:
            fields[name] = data.decode()
    return files, fields


def _written(folder: Path, name: str, data: bytes) -> Path:
    file = folder / f"{name}.sent"
    file.write_bytes(data)
    return file
