"""Making courses in tests, and building them without each build's imports."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from pathlib import Path

from publishing.__main__ import main
from tests.publishing.forked import keep_main_findable

# The server is warm: it has everything imported. It has never set anything: Typst's threads,
# which this process may have, would not be in a copy of it, and a copy would wait for them.
_WARM = multiprocessing.get_context("forkserver")
_WARM.set_forkserver_preload(["publishing.__main__"])


def make(folder: Path, text: str | bytes, *options: str) -> Path:
    """Make a course of a text as the command line does; the text lies beside it."""
    file = folder.parent / "课文.txt"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert main(["new", str(folder), "--text", str(file), *options]) == 0
    return folder


def forked(*commands: Sequence[str]) -> int:
    """Run commands in a process that has everything imported.

    Returns
    -------
    int
        The status of the first command that fails, or 0.
    """
    keep_main_findable()
    child = _WARM.Process(target=_run, args=(commands,))
    child.start()
    child.join(timeout=300)
    if child.is_alive():
        child.kill()
        raise TimeoutError(commands)
    assert child.exitcode is not None
    return child.exitcode


def _run(commands: Sequence[Sequence[str]]) -> None:
    for command in commands:
        if status := main(list(command)):
            raise SystemExit(status)
