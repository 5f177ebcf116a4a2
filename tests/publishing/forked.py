"""Run commands in processes forked from one that has imported everything they need.

Importing Sphinx, Jupyter Book and Typst takes longer than building a small course. The forks come
from a server process that does no other work: this process may have used Typst, whose threads a
fork does not inherit, so that it would wait for them for ever.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

WARM = get_context("forkserver")
WARM.set_forkserver_preload([
    "tests.publishing.forked",
    "tests.notebooks.warm",
    "tests.publishing.warm",
])
#: Seconds after which a build counts as hanging.
_PATIENCE = 300


@dataclass(frozen=True)
class Ran:
    """The result of a command.

    Parameters
    ----------
    code
        Exit status.
    output
        Its standard output.
    errors
        Its standard error.
    """

    code: int
    output: str
    errors: str


def keep_main_findable() -> None:
    """Let multiprocessing inspect the main module, which IPython may have replaced."""
    main = sys.modules["__main__"]
    if not hasattr(main, "__spec__"):
        main.__spec__ = None


def run(command: Callable[[], int], folder: Path) -> Ran:
    """Run a command.

    Parameters
    ----------
    command
        A module-level function; its return value is the exit status.
    folder
        The working folder.
    """
    with tempfile.TemporaryDirectory() as place:
        streams = [Path(place) / name for name in ("out", "err")]
        keep_main_findable()
        process = WARM.Process(target=_inside, args=(command, folder, streams))
        process.start()
        process.join(_PATIENCE)
        if process.is_alive():
            process.kill()
            raise TimeoutError(command)
        output, errors = (stream.read_text(encoding="utf-8") for stream in streams)
    return Ran(process.exitcode or 0, output, errors)


def _inside(command: Callable[[], int], folder: Path, streams: list[Path]) -> None:
    """Redirect both streams to files and run; a traceback is part of what a user would see."""
    for descriptor, stream in zip((1, 2), streams, strict=True):
        os.dup2(os.open(stream, os.O_WRONLY | os.O_CREAT), descriptor)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
    os.chdir(folder)
    code = 1
    try:
        code = command()
    except SystemExit as stopped:
        code = stopped.code if isinstance(stopped.code, int) else 1
    except BaseException:  # ruff: ignore[blind-except] (whatever a user would see)
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
