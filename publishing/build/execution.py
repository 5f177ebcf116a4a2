"""Run a page's cells in the building process, with IPython.

Starting a kernel for each page takes a second, and each kernel loads the whole bank again: two
thirds of a build. The build has all that a cell needs in memory, so each page gets a fresh
namespace in this process instead. A page's cells run whenever it is read, so no cached output can
be stale. Everywhere else (JupyterLab, Binder, the tests' notebooks) the same cells run in a kernel.

myst-nb has no setting for a custom client, so its function that chooses one is patched.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

import myst_nb.sphinx_
import nbformat
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import RichOutput, capture_output
from myst_nb.core.config import NbParserConfig
from myst_nb.core.execute import ExecutionError, NotebookClientBase
from myst_nb.core.loggers import LoggerType
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode
from sphinx.application import Sphinx

from course import Course
from exercises.notebook import cells_of
from publishing.sources import course_of

_HERE: Final = "force"
_create_client: Final = myst_nb.sphinx_.create_client


class CellFailedError(ExecutionError):  # type: ignore[misc]
    """A cell failed; the cause is nbclient's error, with the code and the exception.

    Parameters
    ----------
    path
        File of the page.
    cell
        Number of the cell among the page's code cells, from 1.
    line
        Number of the line within the cell, from 1.
    """

    def __init__(self, path: Path | None, cell: int, line: int) -> None:
        super().__init__(str(path))
        self.path = path
        self.cell = cell
        self.line = line


class NotebookClientHere(NotebookClientBase):  # type: ignore[misc]
    """Runs a notebook in this process.

    Parameters
    ----------
    course
        The course whose items the cells show.
    *arguments
        Arguments of every myst-nb client.
    """

    def __init__(self, course: Course, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._course = course

    def start_client(self) -> None:
        """Run all cells in a fresh namespace.

        Raises
        ------
        ExecutionError
            If a cell fails; it names the cell, and its cause the exception.
        """
        shell = InteractiveShell.instance()
        # As `shell.reset` does, but without its garbage collection.
        shell.user_ns.clear()
        shell.user_ns_hidden.clear()
        shell.init_user_ns()  # type: ignore[no-untyped-call]
        start = time.perf_counter()
        self.logger.info("Executing notebook here")
        code = [cell for cell in self.notebook.cells if cell.cell_type == "code"]
        with cells_of(self._course):
            for number, cell in enumerate(code, start=1):
                self._run(shell, cell, number)
        self.exec_metadata = {
            "mtime": time.time(),
            "runtime": time.perf_counter() - start,
            "method": self.nb_config.execution_mode,
            "succeeded": True,
            "error": None,
            "traceback": None,
        }

    def _run(self, shell: InteractiveShell, cell: NotebookNode, number: int) -> None:
        # With the display trap already active, run_cell leaves capturing to capture_output.
        with shell.display_trap, capture_output() as captured:
            result = shell.run_cell(cell.source)  # type: ignore[no-untyped-call]
        if error := result.error_before_exec or result.error_in_exec:
            raise CellFailedError(self.path, number, _line(shell, error)) from _cell_error(
                cell, error
            )
        cell.execution_count = number
        cell.outputs = [*_streams(captured), *map(_shown, captured.outputs)]


def _line(shell: InteractiveShell, error: BaseException) -> int:
    """Return the line number within a cell at which it failed."""
    if isinstance(error, SyntaxError):
        return error.lineno or 1
    lines = [
        line
        for frame, line in traceback.walk_tb(error.__traceback__)
        if frame.f_globals is shell.user_ns
    ]
    return lines[-1] if lines else 1


def _cell_error(cell: NotebookNode, error: BaseException) -> CellExecutionError:
    """Wrap an exception in nbclient's error."""
    reply = {"ename": type(error).__name__, "evalue": str(error), "traceback": []}
    return CellExecutionError.from_cell_and_msg(cell, reply)


def _streams(captured: Any) -> Iterator[NotebookNode]:
    for name, text in (("stdout", captured.stdout), ("stderr", captured.stderr)):
        if text:
            yield _output("stream", name=name, text=text)


def _shown(output: RichOutput) -> NotebookNode:
    return _output("display_data", data=output.data, metadata=output.metadata or {})


def _output(kind: str, **content: Any) -> NotebookNode:
    made: NotebookNode = nbformat.v4.new_output(kind, **content)  # type: ignore[no-untyped-call]
    return made


def pick_client(  # ruff: ignore[too-many-arguments, too-many-positional-arguments] (myst-nb's)
    course: Course,
    notebook: NotebookNode,
    source: str,
    nb_config: NbParserConfig,
    logger: LoggerType,
    read_fmt: dict[str, Any] | None = None,
) -> NotebookClientBase:
    """Choose the client for a notebook: this process, unless the settings ask for another mode."""
    if nb_config.execution_mode == _HERE:
        return NotebookClientHere(course, notebook, Path(source), nb_config, logger)
    return _create_client(notebook, source, nb_config, logger, read_fmt)


def setup(app: Sphinx) -> None:
    """Run cells in this process.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    myst_nb.sphinx_.create_client = partial(pick_client, course_of(app))
