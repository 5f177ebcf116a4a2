"""The Sphinx settings that all courses share, so that a course's ``_config.yml`` has only its own.

Jupyter Book hands Sphinx its whole configuration as overrides: its own defaults and what the
course's ``_config.yml`` says, one over the other. So nothing is set here by asking whether a value
is still unset; instead the file is read once more, and each setting that it does not name is ours.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import yaml
from jupyter_book.config import yaml_to_sphinx
from sphinx.application import Sphinx

_FILE: Final = "_config.yml"
#: Without these there is no course: contents, cells. The stock book's other extensions (launch
#: buttons, copy buttons, comments, bibliography, LaTeX) have no place in one.
EXTENSIONS: Final = ("sphinx_external_toc", "myst_nb")
SETTINGS: Final[dict[str, Any]] = {
    "copyright": "",
    # Pages stand in one folder, whatever else the course keeps; one that the table of contents
    # forgot stops the build.
    "include_patterns": ["book/**"],
    # Folders of which nothing is included are walked all the same, unless they are excluded.
    "exclude_patterns": ["_build", "node_modules", ".*", "**.ipynb_checkpoints"],
    "external_toc_exclude_missing": False,
    # Cells run whenever a page is read, in the building process (publishing/build/execution.py).
    "nb_execution_mode": "force",
    "nb_execution_timeout": 60,
    "nb_execution_raise_on_error": True,
    "nb_execution_show_tb": True,
    "nb_remove_code_source": True,
    # The exercises bring their own front end; nothing comes from a CDN.
    "nb_ipywidgets_js": {},
    # Nothing is numbered that Sphinx numbers, and to look for it would read every page.
    "numfig": False,
    "suppress_warnings": [],
    # The course's own theme (publishing/html/theme): a twentieth of the stock one's bytes.
    "html_theme": "course",
    "html_theme_options": {},
    "html_permalinks_icon": "#",
    "html_copy_source": False,
    "html_show_sourcelink": False,
    "html_show_copyright": False,
    "html_use_index": False,
}


def written(folder: Path) -> set[str]:
    """Name the Sphinx settings that a course's ``_config.yml`` itself makes.

    Parameters
    ----------
    folder
        The folder of ``_config.yml``; a course may have none.

    Returns
    -------
    set of str
        By their Sphinx names, whether they stand under ``sphinx.config`` or under one of
        Jupyter Book's own headings, such as ``execute``.
    """
    file = folder / _FILE
    said = yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else None
    if not isinstance(said, dict):
        return set()
    by_headings, by_name, _ = yaml_to_sphinx(said)
    # Empty or not, Jupyter Book always adds this one.
    by_headings.pop("html_theme_options", None)
    return {*by_headings, *by_name}


def setup(app: Sphinx) -> None:
    """Load the extensions, and set what the course's ``_config.yml`` leaves open.

    It comes before the settings take effect, which is once all extensions are set up.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    for name in EXTENSIONS:
        app.setup_extension(name)
    own = written(Path(app.srcdir))
    app.config.overrides.update({
        name: value for name, value in SETTINGS.items() if name not in own
    })
