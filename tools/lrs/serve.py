"""Starts a record store (Ralph) on this machine: ``serve.py FOLDER PORT``.

It runs in its own environment. The key is created at the first start and kept in the folder with
the statements. The server listens on localhost only.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

USER = "course"
STATEMENTS = "statements.jsonl"
#: Beside them: lines that are no statements.
DAMAGED = "statements-damaged.jsonl"


def key_of(folder: Path) -> str:
    """Return the store's secret; create it at the first start."""
    import bcrypt

    kept, users = folder / "key.txt", folder / "users.json"
    if not (kept.exists() and users.exists()):
        secret = secrets.token_urlsafe(24)
        hashed = bcrypt.hashpw(secret.encode(), bcrypt.gensalt()).decode()
        agent = {"account": {"homePage": "http://localhost", "name": USER}}
        user = {"username": USER, "hash": hashed, "scopes": ["all"], "agent": agent}
        users.write_text(json.dumps([user]), encoding="utf-8")
        kept.touch(mode=0o600)
        kept.write_text(secret, encoding="utf-8")
    return kept.read_text(encoding="utf-8")


def configure(folder: Path) -> None:
    """Configure Ralph through environment variables, which it reads when imported."""
    os.environ |= {
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_AUTH_FILE": str(folder / "users.json"),
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder),
        "RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE": STATEMENTS,
    }


def repair(statements: Path) -> None:
    """Work around four defects of Ralph 5.1.0.

    - ``backends/lrs/fs.py``: the file is only ever created and never appended to, so every
      statement after the first is refused.
    - ``models/xapi/base/common.py``: an ``IRI`` never equals a string, so queries by verb or
      activity find nothing.
    - ``backends/data/fs.py``: every operation is logged in a file in the user's home, which is
      rewritten each time.
    - For each new statement, all stored ones are read to look for duplicates.
    """
    from ralph.backends.data.base import BaseOperationType
    from ralph.backends.lrs.fs import FSLRSBackend
    from ralph.models.xapi.base.common import IRI

    FSLRSBackend.default_operation_type = BaseOperationType.APPEND
    FSLRSBackend.append_to_history = lambda *_: None
    IRI.__eq__ = lambda self, other: str(self) == str(other)
    held = held_ids(statements)
    find, write = FSLRSBackend.query_statements_by_ids, FSLRSBackend.write

    def find_held(self: Any, ids: list[str], target: str | None = None) -> list[Any]:
        return find(self, ids, target) if held.intersection(ids) else []

    def write_and_note(self: Any, data: Iterable[Any], *options: Any, **named: Any) -> int:
        data = list(data)
        count: int = write(self, data, *options, **named)
        held.update(one["id"] for one in data)
        return count

    FSLRSBackend.query_statements_by_ids = find_held
    FSLRSBackend.write = write_and_note


def held_ids(statements: Path) -> set[str]:
    """Return the ids of the statements in a file, which may not exist yet.

    Lines that are no statements are set aside: a kill or a full disk leaves one half written.
    """
    if not statements.exists():
        return set()
    ids: set[str] = set()
    damaged: set[int] = set()
    ended = True
    with statements.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            ended = line.endswith(b"\n")
            id_ = _id_of(line)
            if id_ is not None:
                ids.add(id_)
            elif line.strip():
                damaged.add(number)
    if damaged:
        _set_aside(statements, damaged)
    elif not ended:
        # The next statement would be written on the same line.
        with statements.open("ab") as lines:
            lines.write(b"\n")
    return ids


def _id_of(line: bytes) -> str | None:
    try:
        id_ = json.loads(line)["id"]
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
    return id_ if isinstance(id_, str) else None


def _set_aside(statements: Path, damaged: set[int]) -> None:
    """Move lines to a file beside it; the statements are replaced when all has been written."""
    aside, mended = statements.with_name(DAMAGED), statements.with_suffix(".mended")
    with (
        statements.open("rb") as lines,
        aside.open("ab") as moved,
        mended.open("wb") as kept,
    ):
        for number, line in enumerate(lines, start=1):
            (moved if number in damaged else kept).write(line.rstrip(b"\n") + b"\n")
    mended.replace(statements)
    print(
        f"{statements.name} 有 {len(damaged)} 行没有写完整（最前是第 {min(damaged)} 行），"
        f"已移到旁边的 {aside.name}，其余照常",
        file=sys.stderr,
    )


def main() -> int:
    """Start the store; it runs until it is interrupted."""
    folder, port = Path(sys.argv[1]).resolve(), int(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError:
            other = port + 1 if port < 2**16 - 1 else port - 1
            print(f"端口 {port} 已被占用；请换一个：make lrs LRS_PORT={other}", file=sys.stderr)
            return 1
    secret = key_of(folder)
    configure(folder)
    repair(folder / STATEMENTS)
    import uvicorn
    from ralph.api import app

    lines = (
        f"记录库　　http://127.0.0.1:{port}/xAPI/",
        f"用户名　　{USER}",
        f"密钥　　　{secret}",
        f"学习记录　{folder / STATEMENTS}",
        "按 Ctrl+C 结束",
    )
    print(*lines, sep="\n", flush=True)
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning")
    return 0


if __name__ == "__main__":
    sys.exit(main())
