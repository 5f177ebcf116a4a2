"""Repeated measurements, alternating between the course and the alternatives, and their medians."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Final, TypeVar

T = TypeVar("T")

#: Commands that build the pages of each book.
OUR_BUILD: Final = ("python", "-m", "publishing", "html", "--quiet")
STOCK_BUILD: Final = ("jupyter-book", "build", ".", "-q")


def in_turn(runs: int, takers: Mapping[str, Callable[[], T]]) -> dict[str, list[T]]:
    """Take each measurement once per round, so that a machine's drift affects all equally.

    Parameters
    ----------
    runs
        Number of rounds.
    takers
        Functions that measure, by name.

    Returns
    -------
    dict of str to list
        The results by name, in the order of the rounds.
    """
    taken: dict[str, list[T]] = {name: [] for name in takers}
    for number in range(1, runs + 1):
        for name, take in takers.items():
            print(f"  {number}/{runs}  {name}", file=sys.stderr, flush=True)
            taken[name].append(take())
    return taken


def middle(values: Sequence[float | None]) -> float | None:
    """Return the median; None if any value is None."""
    known = [value for value in values if value is not None]
    return median(known) if len(known) == len(values) else None


def seconds(command: Sequence[str], folder: Path) -> float:
    """Return the elapsed time of a command.

    Parameters
    ----------
    command
        The command, run with this process's interpreter on its path.
    folder
        Its working folder.

    Raises
    ------
    RuntimeError
        If it fails; the message ends with its last output.
    """
    start = time.perf_counter()
    _run(command, folder)
    return time.perf_counter() - start


def told_seconds(program: str, folder: Path) -> float:
    """Run a Python program that times a part of itself and prints the time last to standard error.

    Parameters
    ----------
    program
        Its source.
    folder
        Its working folder.

    Raises
    ------
    RuntimeError
        If it fails; the message ends with its last output.
    """
    return float(_run(("python", "-c", program), folder).stderr.split()[-1])


def peak_memory() -> int:
    """Return the peak memory of this process, in bytes.

    Not from ``ru_maxrss``: a started program inherits its parent's value.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    [peak] = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(peak) * 1024


def told(command: Sequence[str], folder: Path) -> str:
    """Run a command and return its output.

    Parameters
    ----------
    command
        The command, run with this process's interpreter on its path.
    folder
        Its working folder.

    Raises
    ------
    RuntimeError
        If it fails; the message ends with its last output.
    """
    return _run(command, folder).stdout


class Running:
    """A running program and its output.

    Parameters
    ----------
    process
        The program; its standard output is a pipe.
    """

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def goes_on(self) -> bool:
        """Return whether it is still running."""
        return self._process.poll() is None

    def wait(self) -> None:
        """Wait until it ends.

        Raises
        ------
        RuntimeError
            If it fails; the message is its last output.
        """
        said = self._process.stdout.read() if self._process.stdout else ""
        if self._process.wait():
            raise RuntimeError(said[-2000:])

    def wait_for(self, words: str) -> None:
        """Read its output until a line contains some words.

        Raises
        ------
        RuntimeError
            If the program ends first; the message is all its output.
        """
        said = []
        for line in self._process.stdout or ():
            said.append(line)
            if words in line:
                return
        raise RuntimeError("".join(said))


@contextmanager
def running(command: Sequence[str], folder: Path) -> Generator[Running]:
    """Start a command, and stop it at the end of the context.

    Parameters
    ----------
    command
        The command, run with this process's interpreter on its path.
    folder
        Its working folder.
    """
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield Running(process)
    finally:
        process.terminate()
        process.communicate()


def _environment() -> dict[str, str]:
    return os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }


def _run(command: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command,
        cwd=folder,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{(done.stdout + done.stderr)[-2000:]}")
    return done
