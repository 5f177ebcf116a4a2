"""Builds forked from one process, and the work they skip."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from tempfile import TemporaryFile

import nbformat
import pytest
from myst_nb.core.config import NbParserConfig
from myst_nb.core.execute import create_client

from publishing.build.book import build_book, setup
from publishing.build.processes import build_in_fork


def test_a_fork_ends_as_its_build_does() -> None:
    assert build_in_fork(lambda: 0) == 0
    assert build_in_fork(lambda: 3) == 3


def test_a_build_that_was_killed_has_not_succeeded() -> None:
    def killed() -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return 0

    assert build_in_fork(killed) != 0


def test_a_build_leaves_nothing_behind_in_memory() -> None:
    left: list[int] = []

    def build() -> int:
        left.append(1)
        return len(left)

    assert [build_in_fork(build), build_in_fork(build)] == [1, 1]


@dataclass(frozen=True)
class App:
    """Connects handlers to events like Sphinx."""

    handler: dict[str, Callable[[], None]]

    def connect(self, event: str, told: Callable[[], None], priority: int) -> None:
        self.handler[event] = told


@pytest.mark.parametrize(
    ("site", "handout", "ends", "shown"),
    [
        (0, 0, (0, 0), "网页 讲义"),
        (1, 0, (1, 1), "网页"),
        (0, 1, (0, 1), "网页 讲义"),
        (2, 1, (2, 2), "网页"),
    ],
)
def test_of_a_site_and_a_handout_that_fail_the_site_is_told(
    capfd: pytest.CaptureFixture[str], site: int, handout: int, ends: tuple[int, int], shown: str
) -> None:
    def build(name: str, status: int) -> int:
        sys.stderr.write(f"{name}\n")
        sys.stderr.flush()
        return status

    assert build_book(partial(build, "网页", site), partial(build, "讲义", handout)) == ends
    sys.stderr.flush()
    assert capfd.readouterr().err.split() == shown.split()


def test_a_handout_waits_until_all_pages_are_read() -> None:
    handler: dict[str, Callable[[], None]] = {}
    with TemporaryFile("w+", encoding="utf-8") as order:

        def build(event: str, done: str) -> int:
            setup(App(handler))  # type: ignore[arg-type]
            assert list(handler) == [event]
            # Reading the site takes much longer than setting up a handout.
            time.sleep(0.2 if event == "env-check-consistency" else 0)
            if event == "config-inited":
                handler[event]()
            order.write(done)
            order.flush()
            if event == "env-check-consistency":
                handler[event]()
            return 0

        site = partial(build, "env-check-consistency", "网页")
        assert build_book(site, partial(build, "config-inited", "讲义")) == (0, 0)
        order.seek(0)
        assert order.read() == "网页讲义"


def test_a_handout_that_waits_for_a_site_which_fails_is_given_up() -> None:
    handler: dict[str, Callable[[], None]] = {}

    def wait() -> int:
        setup(App(handler))  # type: ignore[arg-type]
        handler["config-inited"]()
        return 0

    assert build_book(lambda: 3, wait) == (3, 3)


def imported_with(module: str) -> set[str]:
    said = subprocess.run(
        [sys.executable, "-c", f"import {module}, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(said.stdout.split())


def test_a_build_imports_no_database_and_no_word_processor() -> None:
    heavy = {"sqlalchemy", "jupyter_cache", "pikepdf", "docx", "ipywidgets"}
    assert not heavy & imported_with("publishing.build.__main__")


def test_packing_and_papers_import_no_jupyter_book() -> None:
    assert not {"jupyter_book", "sphinx.application"} & imported_with("publishing.site.__main__")
    assert "jupyter_book" not in imported_with("publishing.__main__, publishing.papers.__main__")


@pytest.mark.parametrize(("mode", "name"), [("cache", "Cache"), ("auto", "Direct")])
def test_what_a_course_asks_for_is_imported_then(mode: str, name: str) -> None:
    config = NbParserConfig(execution_mode=mode)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")])
    made = [create_client(notebook, "book/c03.md", config, logging.getLogger()) for _ in range(2)]
    assert [type(client).__name__ for client in made] == [f"NotebookClient{name}"] * 2
