"""``make notebooks`` writes only what has changed, with the output that a kernel would give."""

import shutil

from tests.notebooks.write import FOLDER, execute_here, walkthrough, write
from tests.this_course import load_bank

CHAPTER = load_bank().chapters[0]
NAME = f"walkthrough_{CHAPTER.id}"


def test_only_a_notebook_that_came_out_differently_is_written(tmp_path):
    shutil.copy(FOLDER / f"test_{NAME}.ipynb", tmp_path)
    notebook = walkthrough(CHAPTER)
    execute_here(notebook)
    assert not write(NAME, notebook, tmp_path)
    notebook.cells[-1].outputs[0].text += "改了\n"
    assert write(NAME, notebook, tmp_path)
    assert not write(NAME, notebook, tmp_path)
