"""Write the walkthrough notebooks: ``make notebooks``.

Each chapter's notebook contains, as literal responses, what a learner may do with each item:
nothing, every wrong answer, part of the answer, the right one. It is executed once, here; after
that pytest-notebook compares the course with the stored outputs. Read the diff before you commit:
it shows what learners will notice.

Walkthroughs only print, so they are executed in this process; pytest-notebook executes them in a
kernel. Unchanged notebooks are not written.
"""

from __future__ import annotations

import contextlib
import io
from pathlib import Path
from pprint import pformat
from typing import TYPE_CHECKING

import nbformat
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from tests.this_course import load_bank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exercises import Chapter
    from exercises.item import Item

FOLDER = Path(__file__).parent

#: A wrong text for typed slots.
OTHER = "某某"

LEARNER = '''\
from exercises import load


def answer(item, *responses):
    """Answer an item in several ways, one after the other, as a learner would."""
    exercise = load(item)
    print(exercise.question())
    for response in responses:
        exercise.submit(response)
        print()
        print(exercise.report())'''


def responses(item: Item) -> Iterator[dict[str, str]]:
    """Yield responses that together reach all outcomes of an item's rubric."""
    rubric = item.rubric()
    right = rubric.right_response()
    yield {}
    for name, slot in rubric.slots.items():
        for value, outcome in slot.values.items():
            if outcome.mark == "wrong":
                yield {name: value}
        if slot.typed:
            yield {name: OTHER}
    if len(right) > 1:
        yield dict(list(right.items())[:1])
    yield right


def walkthrough(chapter: Chapter) -> nbformat.NotebookNode:
    """Build a chapter's notebook without executing it."""
    cells = [
        new_markdown_cell(
            f"# {chapter.title}\n\n"
            "A learner answers each item of the chapter: not at all, wrong in every way, in part, "
            "right. Written by `make notebooks`; held to its outputs by pytest-notebook."
        ),
        new_code_cell(LEARNER),
    ]
    for item in chapter.items:
        given = ",\n    ".join(pformat(response, sort_dicts=False) for response in responses(item))
        cells.append(new_code_cell(f'answer(\n    "{item.id}",\n    {given},\n)'))
    return new_notebook(cells=cells, metadata=KERNEL)


KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}

BUILT_HTML = [
    "# The built site\n\nWhat a reader gets: the pages, and the exercises in a real browser from "
    "`file://` with the network cut.",
    "from tests.notebooks import built_html\n\nbuilt_html.report_speech()",
    "built_html.report_exercises()",
    "await built_html.report_answers()",
]

BUILT_PDF = [
    "# The printed handout\n\nBoth editions as a printer and a screen reader see them.",
    "from tests.notebooks import built_pdf\n\nbuilt_pdf.report_document()",
    "built_pdf.report_speech()",
    "built_pdf.report_exercises()",
    "built_pdf.report_bookmarks()",
]


def report_notebook(sources: list[str]) -> nbformat.NotebookNode:
    """Build a report's notebook without executing it; its first cell is prose."""
    prose, *code = sources
    cells = [new_markdown_cell(prose), *map(new_code_cell, code)]
    return new_notebook(cells=cells, metadata=KERNEL)


def execute_here(notebook: nbformat.NotebookNode) -> None:
    """Execute a notebook whose cells only print."""
    namespace: dict[str, object] = {}
    code = (cell for cell in notebook.cells if cell.cell_type == "code")
    for number, cell in enumerate(code, start=1):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(cell.source, namespace)  # ruff: ignore[exec-builtin] (cells written above)
        cell.execution_count = number
        if text := printed.getvalue():
            cell.outputs = [new_output("stream", name="stdout", text=text)]


def execute_in_kernel(notebook: nbformat.NotebookNode) -> None:
    """Execute a notebook that uses a browser."""
    options = {"timeout": 300, "store_widget_state": False, "coalesce_streams": True}
    NotebookClient(notebook, **options).execute()


def write(name: str, notebook: nbformat.NotebookNode, folder: Path = FOLDER) -> bool:
    """Store an executed notebook without the parts that vary between runs.

    Returns
    -------
    bool
        Whether it differs from the stored one; otherwise nothing is written.
    """
    for index, cell in enumerate(notebook.cells):
        cell.id = f"cell-{index}"
        cell.metadata.clear()
    notebook.metadata.pop("language_info", None)
    file = folder / f"test_{name}.ipynb"
    text = nbformat.writes(notebook) + "\n"
    if file.exists() and file.read_text(encoding="utf-8") == text:
        return False
    file.write_text(text, encoding="utf-8")
    return True


def main() -> None:
    """Write all notebooks that have changed, and print their names."""
    made = {f"walkthrough_{chapter.id}": walkthrough(chapter) for chapter in load_bank().chapters}
    for notebook in made.values():
        execute_here(notebook)
    for name, sources in (("built_html", BUILT_HTML), ("built_pdf", BUILT_PDF)):
        made[name] = report_notebook(sources)
        execute_in_kernel(made[name])
    changed = [name for name, notebook in made.items() if write(name, notebook)]
    print("\n".join(f"改了 tests/notebooks/test_{name}.ipynb" for name in changed) or "走查记录没有变化")


if __name__ == "__main__":
    main()
