"""A page's cells run in the build process, with the output that a kernel would give."""

import logging
from pathlib import Path

import nbformat
import pytest
from myst_nb.core.config import NbParserConfig
from myst_nb.core.execute import ExecutionError
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from exercises.output import MIME_TYPE
from publishing.build.execution import pick_client
from tests.this_course import COURSE

CELLS = [
    "from exercises import show, load",
    'show("c03-rectify-duty", "c03-unity")',
    'print("一行字")',
    "1 + 1",
    "value = 3",
    'load("c03-rectify-duty").item.stem',
]


def notebook(*cells):
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    return made


def run_here(made):
    config = NbParserConfig(execution_mode="force")
    with pick_client(COURSE, made, "book/c03.md", config, logging.getLogger()):
        return made


def told(made):
    """Return what each cell shows: text, or the ids of exercises."""
    return [
        [
            output.get("text") or output.data.get(MIME_TYPE) or output.data.get("text/plain")
            for output in cell.outputs
        ]
        for cell in made.cells
    ]


def test_it_shows_what_a_kernel_shows():
    in_a_kernel = notebook(*CELLS)
    NotebookClient(in_a_kernel).execute()
    assert told(run_here(notebook(*CELLS))) == told(in_a_kernel)


def test_an_exercise_is_known_by_its_id():
    shown = told(run_here(notebook(*CELLS)))
    assert shown[1] == [{"item": "c03-rectify-duty"}, {"item": "c03-unity"}]


def test_a_page_knows_nothing_of_the_page_before():
    run_here(notebook("value = 3"))
    with pytest.raises(ExecutionError) as failed:
        run_here(notebook("value"))
    assert failed.value.__cause__.ename == "NameError"


@pytest.mark.parametrize("cell", ["1 / 0", "not python"], ids=["fails", "cannot be read"])
def test_a_failing_cell_is_named_with_its_code(cell):
    with pytest.raises(ExecutionError) as failed:
        run_here(notebook("1", cell))
    cause = failed.value.__cause__
    assert isinstance(cause, CellExecutionError)
    assert cell in str(cause)
    assert str(failed.value) == str(Path("book/c03.md"))
