"""Command line: ``python -m publishing TASK``; each task's own module parses its options.

Only the module of the task is imported: Jupyter Book alone takes a second.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Final

_BUILD: Final = "publishing.build.__main__"
#: Tasks that need no Jupyter Book; all others are builds.
_OTHERS: Final = {
    "new": "publishing.scaffold.__main__",
    "papers": "publishing.papers.__main__",
    "zip": "publishing.site.__main__",
}


def main(argv: list[str] | None = None) -> int:
    """Run a task.

    Parameters
    ----------
    argv
        Arguments without the program's name; by default those of the process.

    Returns
    -------
    int
        Exit status; nonzero if anything was wrong.
    """
    argv = sys.argv[1:] if argv is None else argv
    module = _OTHERS.get(argv[0]) if argv else None
    if module is None:
        run, options = import_module(_BUILD).main, argv
    else:
        run, options = import_module(module).main, argv[1:]
    status: int = run(options)
    return status


if __name__ == "__main__":
    sys.exit(main())
