"""Create courses in tests, and build them without importing everything for each build."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from publishing.__main__ import main
from tests.publishing.forked import run


def make(folder: Path, text: str | bytes, *options: str) -> Path:
    """Create a course from a text with the command line; the text is saved beside it."""
    file = folder.parent / "课文.txt"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert main(["new", str(folder), "--text", str(file), *options]) == 0
    return folder


def forked(*commands: Sequence[str]) -> int:
    """Run commands in a process that has imported everything.

    Returns
    -------
    int
        The status of the first command that fails, or 0.
    """
    return run(partial(_run, commands), Path.cwd()).code


def _run(commands: Sequence[Sequence[str]]) -> int:
    return next((status for command in commands if (status := main(list(command)))), 0)
