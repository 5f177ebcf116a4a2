"""Builds of a small course, each in a process forked from this one, which has imported all.

A build in a process of its own takes three seconds of imports; a forked one stops at a fault
within one.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from sphinx.application import builtin_extensions

from publishing.__main__ import main
from tests.exercises.slipped import Slipped

for _name in (*builtin_extensions, "myst_nb", "sphinx_external_toc"):
    import_module(_name)

_STOPPED = "课程没有生成："


@dataclass(frozen=True)
class Ended:
    """How a build ended.

    Parameters
    ----------
    code
        Exit status.
    said
        All that it printed on standard error.
    """

    code: int
    said: str

    @property
    def error(self) -> str:
        """The message with which it stopped; it must have said nothing else."""
        before, _, error = self.said.partition(_STOPPED)
        assert self.code == 1, self.said
        assert not before.strip(), self.said
        assert _STOPPED not in error, self.said
        return error.strip()


class Book(Slipped):
    """A copy of the small course, to be built."""

    def build(self, task: str = "html") -> Ended:
        """Build it as ``python -m publishing`` does."""
        said = self.folder.parent / "said"
        process = get_context("fork").Process(target=_build, args=(self.folder, task, said))
        process.start()
        process.join()
        return Ended(process.exitcode or 0, said.read_text(encoding="utf-8"))


def _build(folder: Path, task: str, said: Path) -> None:
    with said.open("w", encoding="utf-8") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
        # Those of the tests have been captured, and are not the two that were replaced.
        sys.stdout = sys.stderr = file
        code = main([task, "--quiet", "--course", str(folder)])
        file.flush()
    # No test's own cleaning up.
    os._exit(code)
