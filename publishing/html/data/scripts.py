"""The one way to hand data to the site's scripts: as scripts that set a property of the window.

A page opened as a file may fetch nothing, but it may load a script.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder


def hand_over(app: Sphinx, name: str, variable: str, data: Any) -> None:
    """Write data that a script loads whole.

    Parameters
    ----------
    app
        The Sphinx application.
    name
        Its path in ``_static/``, without suffix.
    variable
        The property of the window that holds it once it is loaded.
    data
        JSON data.
    """
    _write(_static(app) / f"{name}.js", data_script(variable, data))


def data_script(variable: str, data: Any) -> str:
    """Write data as a script that sets a property of the window."""
    return f"window.{variable}={_json(data)};\n"


def hand_over_parts(app: Sphinx, folder: str, variable: str, parts: Mapping[str, Any]) -> None:
    """Write data in parts that scripts load as they need them; parts of earlier builds go.

    Parameters
    ----------
    app
        The Sphinx application.
    folder
        The parts' folder in ``_static/``.
    variable
        The property of the window: an object that has each loaded part by its name.
    parts
        JSON data by the part's name, which names its file too.
    """
    place = _static(app) / folder
    place.mkdir(parents=True, exist_ok=True)
    written = {place / f"{name}.js": name for name in parts}
    for file, name in written.items():
        _write(file, f"(window.{variable}??={{}})[{_json(name)}]={_json(parts[name])};\n")
    for stale in set(place.iterdir()) - written.keys():
        stale.unlink()


def after_pages(app: Sphinx, write: Callable[[Sphinx], None]) -> None:
    """Register a writer of data, to be called when all pages of a site are built.

    Parameters
    ----------
    app
        The Sphinx application.
    write
        The writer.
    """

    def finished(app: Sphinx, error: Exception | None) -> None:
        if error is None and isinstance(app.builder, StandaloneHTMLBuilder):
            write(app)

    app.connect("build-finished", finished)


def part_of_page(docname: str) -> str:
    """Name the part that a page loads for itself; twin of ``ownPart`` in ``frame/load.js``."""
    return docname.replace("/", "-")


def _static(app: Sphinx) -> Path:
    return Path(app.outdir) / "_static"


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
