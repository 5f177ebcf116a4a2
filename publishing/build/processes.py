"""Builds as processes forked from one that has imported everything.

A quarter of a build's time goes into importing Sphinx, Jupyter Book and what they need. A
process that builds more than once imports them once; each build is a fork of it, so that none
meets what another has left in memory.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from multiprocessing import get_context
from typing import Final

from sphinx.application import builtin_extensions

FORK: Final = get_context("fork")
#: Sphinx imports these only while it builds.
IMPORTED_LATE: Final = (*builtin_extensions, "myst_nb", "sphinx_external_toc")


def import_ahead() -> None:
    """Import what a build would import, so that forks of this process need not."""
    for name in IMPORTED_LATE:
        import_module(name)


def build_in_fork(build: Callable[[], int]) -> int:
    """Build in a process of its own.

    Parameters
    ----------
    build
        Builds and prints what is wrong, if anything is; returns an exit status.

    Returns
    -------
    int
        The exit status; not 0 either if the process was killed.
    """
    process = FORK.Process(target=lambda: sys.exit(build()))
    process.start()
    process.join()
    return process.exitcode or 0
