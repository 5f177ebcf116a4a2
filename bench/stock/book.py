"""A stock Jupyter Book on disk: its own theme, extensions and settings, without tuning."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bench.course import COURSE
from bench.stock.cells import jupyterquiz_cell, widgets_cell
from bench.stock.chapter import Cell

_CONFIG: Final = """\
title: {title}
only_build_toc_files: true
execute:
  execute_notebooks: cache
  timeout: 120
sphinx:
  config:
    language: zh_CN
    html_static_path: [_static]
{widgets}latex:
  latex_engine: xelatex
  # Its own class wants packages that fill half a gigabyte; Sphinx's sets the same text.
  use_jupyterbook_latex: false
"""

#: Loads html-manager and RequireJS from the site, as no other host may be contacted.
_LOCAL_WIDGETS: Final = """\
    nb_ipywidgets_js:
      "require.js": {}
      "embed-amd.js": {}
"""

_VENDORED: Final = {
    "require.js": "requirejs/require.js",
    "embed-amd.js": "@jupyter-widgets/html-manager/dist/embed-amd.js",
}
MODULES: Final = Path(__file__).parents[1] / "node_modules"

#: How questions are displayed with each tool.
VARIANTS: Final[Mapping[str, Cell]] = {
    "jupyterquiz": jupyterquiz_cell,
    "html-manager": widgets_cell,
}


def write_stock_book(folder: Path, pages: Mapping[str, str], *, vendored: bool) -> None:
    """Write a book.

    Parameters
    ----------
    folder
        An empty or missing folder.
    pages
        MyST sources by file name without suffix, in order; the first is the root.
    vendored
        Whether pages load html-manager, from the book's own files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    config = _CONFIG.replace("{title}", COURSE.settings.title).replace(
        "{widgets}", _LOCAL_WIDGETS if vendored else ""
    )
    (folder / "_config.yml").write_text(config, encoding="utf-8")
    root, *others = pages
    toc = ["format: jb-book", f"root: {root}", "chapters:", *(f"  - file: {n}" for n in others)]
    (folder / "_toc.yml").write_text("\n".join(toc) + "\n", encoding="utf-8")
    for name, text in pages.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    static = folder / "_static"
    static.mkdir(exist_ok=True)
    if vendored:
        for name, path in _VENDORED.items():
            shutil.copyfile(MODULES / path, static / name)
