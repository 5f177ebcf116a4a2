"""Making courses in tests, and building them without each build's imports."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from publishing.__main__ import main
from tests.publishing.forked import run


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
    return run(partial(_run, commands), Path.cwd()).code


def _run(commands: Sequence[Sequence[str]]) -> int:
    return next((status for command in commands if (status := main(list(command)))), 0)
