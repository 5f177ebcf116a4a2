"""Several runs, ours and the alternative's in turn, and their medians."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Final, TypeVar

T = TypeVar("T")

#: How each book's pages are built.
OUR_BUILD: Final = ("python", "-m", "publishing", "html", "--quiet")
STOCK_BUILD: Final = ("jupyter-book", "build", ".", "-q")


def in_turn(runs: int, takers: Mapping[str, Callable[[], T]]) -> dict[str, list[T]]:
    """Take each figure once a round, so that a machine's drift touches all alike.

    Parameters
    ----------
    runs
        Number of rounds.
    takers
        What takes a figure, by the name of what is measured.

    Returns
    -------
    dict of str to list
        The figures of each, in the order of the rounds.
    """
    taken: dict[str, list[T]] = {name: [] for name in takers}
    for number in range(1, runs + 1):
        for name, take in takers.items():
            print(f"  {number}/{runs}  {name}", file=sys.stderr, flush=True)
            taken[name].append(take())
    return taken


def middle(values: Sequence[float | None]) -> float | None:
    """Give the median; None if any run gave none."""
    known = [value for value in values if value is not None]
    return median(known) if len(known) == len(values) else None


def seconds(command: Sequence[str], folder: Path) -> float:
    """Time a command by the clock.

    Parameters
    ----------
    command
        The command, run with the interpreter of this process on its path.
    folder
        Where it runs; its own packages are imported.

    Raises
    ------
    RuntimeError
        If it fails; the message is what it printed last.
    """
    start = time.perf_counter()
    _run(command, folder)
    return time.perf_counter() - start


def told_seconds(program: str, folder: Path) -> float:
    """Run a Python program that times a part of itself, and tells it last on standard error.

    Parameters
    ----------
    program
        Its source.
    folder
        Where it runs; its own packages are imported.

    Raises
    ------
    RuntimeError
        If it fails; the message is what it printed last.
    """
    return float(_run(("python", "-c", program), folder).stderr.split()[-1])


def _run(command: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PYTHONPATH": str(folder),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{(done.stdout + done.stderr)[-2000:]}")
    return done
