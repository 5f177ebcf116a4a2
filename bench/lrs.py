"""Statements per minute from a page, through the server with the key, to the record store."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Page

from bench.course import COURSE
from bench.table import Row, table
from bench.visit import chromium
from exporting.serving import files_of, server

#: Number of statements that each reader sends in a round.
EACH: Final = 100
#: Number of concurrent readers in each round; the store keeps the statements of earlier rounds.
READERS: Final = (1, 30, 1)
_LAUNCHER: Final = COURSE.root / "tools" / "lrs" / "serve.py"
_STORE: Final = COURSE.built / "lrs" / "environment" / "bin" / "python"
_NOT_THERE: Final = "没有测学习记录库：请先运行一次 make lrs，再按 Ctrl+C 结束，装好的留着\n"
_PATIENCE: Final = 600_000
_READY: Final = "html[data-course=ready]"
_QUEUED: Final = "Object.keys(localStorage).filter((key) => key.includes(':reporting:queue:'))"
#: Queues as many statements as a reader collects in a long time offline.
_FILL: Final = f"""(count) => {{
  const [key] = {_QUEUED};
  const statement = JSON.parse(localStorage.getItem(key));
  for (let n = 0; n < count; n += 1) {{
    const id = crypto.randomUUID();
    localStorage.setItem(key.slice(0, -36) + id, JSON.stringify({{ ...statement, id }}));
  }}
  localStorage.removeItem(key);
}}"""
_SEND: Final = "() => window.dispatchEvent(new Event('online'))"


def lrs(work: Path, _runs: int) -> list[str]:
    """Measure how many statements per minute reach the store.

    Parameters
    ----------
    work
        An empty folder for the store's data.
    _runs
        Not used: rounds differ by what the store contains already.

    Returns
    -------
    list of str
        The table.
    """
    if not _STORE.exists():
        return [_NOT_THERE]
    rows: list[Row] = []
    held = 0
    with running_store(work) as (address, key), serving(address, key) as home:
        for readers in READERS:
            print(f"  {readers} 个读者", file=sys.stderr, flush=True)
            rate = _round(home, readers)
            rows.append((f"{readers} 个读者同时发，库里已有 {held:,} 条", f"{rate:,.0f}"))
            held = _count(work)
    title = f"学习记录库：网页经 make serve 到 Ralph（文件），每个读者 {EACH} 条"
    return [table(title, ["每分钟条数"], rows)]


def _round(home: str, readers: int) -> float:
    """Let all readers send their queued statements at once; return statements per minute."""
    with chromium() as browser:
        pages = [
            _with_waiting(browser.new_page(service_workers="block"), home) for _ in range(readers)
        ]
        start = time.perf_counter()
        for page in pages:
            page.evaluate(_SEND)
        for page in pages:
            page.wait_for_function(f"() => !{_QUEUED}.length", timeout=_PATIENCE, polling=50)
        return readers * EACH * 60 / (time.perf_counter() - start)


def _with_waiting(page: Page, home: str) -> Page:
    """Open the course as a reader with reporting on who has been offline."""
    page.route("**/xapi/**", lambda route: route.abort())
    page.goto(home)
    page.locator(_READY).wait_for(state="attached")
    notice = page.locator(".reporting-notice")
    notice.get_by_role("button").first.click()
    notice.get_by_role("button").first.click()
    page.wait_for_function(f"() => {_QUEUED}.length")
    page.evaluate(_FILL, EACH)
    page.unroute_all()
    return page


def _count(folder: Path) -> int:
    with (folder / "statements.jsonl").open(encoding="utf-8") as lines:
        return sum(1 for _ in lines)


@contextmanager
def serving(store: str, key: str) -> Generator[str]:
    """Serve the built site as ``make serve LRS=…`` does.

    Yields
    ------
    str
        The address of its root.
    """
    served = server(files_of(COURSE, store), store, key, 0)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{served.server_port}/book/index.html"
    finally:
        served.shutdown()
        served.server_close()


@contextmanager
def running_store(folder: Path) -> Generator[tuple[str, str]]:
    """Run the record store of ``make lrs`` on its own data files.

    Yields
    ------
    tuple of str
        Its address, and its key.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(_STORE), str(_LAUNCHER), str(folder), str(port)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as store:
        try:
            _await(port)
            secret = (folder / "key.txt").read_text(encoding="utf-8").strip()
            yield f"http://127.0.0.1:{port}/xAPI", f"course:{secret}"
        finally:
            store.terminate()


def _await(port: int) -> None:
    """Wait until a server accepts connections at a port."""
    for _ in range(600):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(port)
