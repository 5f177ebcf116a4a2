"""Builds forked from one process."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

import pytest

from publishing import __main__ as command
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


@pytest.mark.parametrize(
    ("ends", "built"),
    [([0, 0], ["html", "handout"]), ([1], ["html"]), ([0, 1], ["html", "handout"])],
)
def test_the_book_is_built_until_something_fails(
    monkeypatch: pytest.MonkeyPatch, ends: list[int], built: list[str]
) -> None:
    begun: list[str] = []
    statuses = iter(ends)

    def build(one: Callable[[], int]) -> int:
        begun.append(one.args[0][0])
        return next(statuses)

    monkeypatch.setattr(command, "build_in_fork", build)
    assert command.main(["book", "--quiet"]) == ends[-1]
    assert begun == built
