"""Write data for the site's scripts, as scripts that set a property of ``window``.

A page opened from ``file://`` cannot fetch anything, but it can load scripts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder


def hand_over(app: Sphinx, name: str, variable: str, data: Any) -> None:
    """Write data as one file.

    Parameters
    ----------
    app
        The Sphinx application.
    name
        Path in ``_static/``, without suffix.
    variable
        Property of ``window`` that the script sets.
    data
        JSON data.
    """
    _write(_static(app) / f"{name}.js", data_script(variable, data))


def data_script(variable: str, data: Any) -> str:
    """Return a script that sets a property of ``window``."""
    return f"window.{variable}={_json(data)};\n"


def hand_over_parts(app: Sphinx, folder: str, variable: str, parts: Mapping[str, Any]) -> None:
    """Write data in parts that scripts load as needed; remove parts of earlier builds.

    Parameters
    ----------
    app
        The Sphinx application.
    folder
        Folder of the parts in ``_static/``.
    variable
        Property of ``window``: an object with each loaded part by name.
    parts
        JSON data by name, which is also the file name.
    """
    place = _static(app) / folder
    place.mkdir(parents=True, exist_ok=True)
    written = {place / f"{name}.js": name for name in parts}
    for file, name in written.items():
        _write(file, f"(window.{variable}??={{}})[{_json(name)}]={_json(parts[name])};\n")
    for stale in set(place.iterdir()) - written.keys():
        stale.unlink()


def after_pages(app: Sphinx, write: Callable[[Sphinx], None]) -> None:
    """Register a writer of data, to be called after all pages of a site are built.

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
    """Return the name of a page's own part; same as ``ownPart`` in ``frame/load.js``."""
    return docname.replace("/", "-")


def _static(app: Sphinx) -> Path:
    return Path(app.outdir) / "_static"


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
