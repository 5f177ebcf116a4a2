"""Several runs, ours and the alternative's in turn, and their medians."""

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
        Where it runs.

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
        Where it runs.

    Raises
    ------
    RuntimeError
        If it fails; the message is what it printed last.
    """
    return float(_run(("python", "-c", program), folder).stderr.split()[-1])


def peak_memory() -> int:
    """Give the most memory that this program has held, in bytes.

    Not the kernel's ``ru_maxrss``: a program that is started has that of its parent.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    [peak] = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(peak) * 1024


def told(command: Sequence[str], folder: Path) -> str:
    """Run a command and give what it prints.

    Parameters
    ----------
    command
        The command, run with the interpreter of this process on its path.
    folder
        Where it runs.

    Raises
    ------
    RuntimeError
        If it fails; the message is what it printed last.
    """
    return _run(command, folder).stdout


class Running:
    """A program that goes on, and what it says.

    Parameters
    ----------
    process
        The program; its standard output is a pipe.
    """

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def goes_on(self) -> bool:
        """Tell whether it has not ended yet."""
        return self._process.poll() is None

    def wait(self) -> None:
        """Wait until it ends.

        Raises
        ------
        RuntimeError
            If it fails; the message is what it said last.
        """
        said = self._process.stdout.read() if self._process.stdout else ""
        if self._process.wait():
            raise RuntimeError(said[-2000:])

    def wait_for(self, words: str) -> None:
        """Read until a line has the words.

        Raises
        ------
        RuntimeError
            If the program ends before; the message is all that it said.
        """
        said = []
        for line in self._process.stdout or ():
            said.append(line)
            if words in line:
                return
        raise RuntimeError("".join(said))


@contextmanager
def running(command: Sequence[str], folder: Path) -> Generator[Running]:
    """Start a command that goes on until it is stopped, which is done in the end.

    Parameters
    ----------
    command
        The command, run with the interpreter of this process on its path.
    folder
        Where it runs.
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
