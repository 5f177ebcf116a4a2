"""Run builds in forks of a process that has imported everything.

A quarter of a build's time is spent importing Sphinx, Jupyter Book and their dependencies. A
process that builds more than once imports them once and forks for each build; builds share no
state.
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
#: Modules that are imported only during a build: Sphinx's extensions, and modules that this
#: package's `setup` imports (one or two of each subpackage; these import the others).
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
    """Import what a build imports, so that forks of this process need not."""
    for name in IMPORTED_LATE:
        import_module(name)
    kinds()
    live_pages()
    # Exempt what is loaded now from garbage collection in the forks.
    gc.freeze()


def build_in_fork(build: Callable[[], int]) -> int:
    """Run a build in a process of its own.

    Parameters
    ----------
    build
        Builds and prints any errors; returns an exit status.

    Returns
    -------
    int
        The exit status; nonzero also if the process was killed.
    """
    process = FORK.Process(target=lambda: sys.exit(build()))
    process.start()
    process.join()
    return process.exitcode or 0
