"""Builds as processes forked from one that has imported everything.

A quarter of a build's time goes into importing Sphinx, Jupyter Book and what they need. A
process that builds more than once imports them once; each build is a fork of it, so that none
meets what another has left in memory.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from importlib import import_module
from multiprocessing import get_context
from typing import Final

from sphinx.application import builtin_extensions

from exercises.kinds.registry import kinds
from publishing.pages import live_pages

FORK: Final = get_context("fork")
#: Imported only while a build goes on: Sphinx's extensions, and the modules of this package that
#: its own `setup` imports, by one or two of each part.
IMPORTED_LATE: Final = (
    *builtin_extensions,
    "IPython.core.application",
    "IPython.core.completer",
    "IPython.core.magics",
    "IPython.core.oinspect",
    "myst_nb.sphinx_ext",
    "myst_nb.ext.execution_tables",
    "myst_parser.sphinx_ext.main",
    "sphinx_external_toc.events",
    "sphinx_multitoc_numbering",
    "publishing.build.complaints",
    "publishing.build.defaults",
    "publishing.build.widget_state",
    "publishing.handout.builder",
    "publishing.indexes.directives",
    "publishing.indexes.marks",
    "publishing.outline.demands_directive",
    "publishing.outline.mirror",
    "publishing.outline.threads",
    "publishing.outline.timeline_directive",
    "publishing.ours.quotations",
    "publishing.ours.statement_list",
    "publishing.reading.directive",
)


def import_ahead() -> None:
    """Import what a build would import, so that forks of this process need not."""
    for name in IMPORTED_LATE:
        import_module(name)
    kinds()
    live_pages()
    # What is there now stays; no fork looks for garbage in it.
    gc.freeze()


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
