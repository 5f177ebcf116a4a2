"""Sphinx settings shared by all courses, so that ``_config.yml`` has only what is its own.

Jupyter Book passes its whole configuration to Sphinx as overrides: its own defaults merged with the
course's ``_config.yml``. So whether a setting was made by the course cannot be seen from its
value; the file is read once more, and every setting that it does not name gets our default.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import yaml
from jupyter_book.config import yaml_to_sphinx
from sphinx.application import Sphinx

_FILE: Final = "_config.yml"
#: Required extensions: table of contents, notebooks. The other extensions of a stock Jupyter Book
#: (launch buttons, copy buttons, comments, bibliography, LaTeX) are not loaded.
EXTENSIONS: Final = ("sphinx_external_toc", "myst_nb")
SETTINGS: Final[dict[str, Any]] = {
    "copyright": "",
    # Pages are in one folder, whatever else the course contains; a page that is missing from the
    # table of contents stops the build.
    "include_patterns": ["book/**"],
    # Sphinx walks folders even if nothing in them is included, unless they are excluded.
    "exclude_patterns": ["_build", "node_modules", ".*", "**.ipynb_checkpoints"],
    "external_toc_exclude_missing": False,
    # Cells run whenever a page is read, in this process (publishing/build/execution.py).
    "nb_execution_mode": "force",
    "nb_execution_timeout": 60,
    "nb_execution_raise_on_error": True,
    "nb_execution_show_tb": True,
    "nb_remove_code_source": True,
    # The exercises bring their own front end; nothing comes from a CDN.
    "nb_ipywidgets_js": {},
    # Sphinx would change the marks of the speech, which pages show verbatim: "x" became ”x”.
    "smartquotes": False,
    # No Sphinx numbering is used, and collecting it would load every doctree.
    "numfig": False,
    "suppress_warnings": [],
    # The course's own theme (publishing/html/theme), a twentieth of the size of the stock one.
    "html_theme": "course",
    "html_theme_options": {},
    "html_permalinks_icon": "#",
    "html_copy_source": False,
    "html_show_sourcelink": False,
    "html_show_copyright": False,
    "html_use_index": False,
}


def written(folder: Path) -> set[str]:
    """Return the names of the Sphinx settings that a course's ``_config.yml`` makes itself.

    Parameters
    ----------
    folder
        The folder of ``_config.yml``; the file is optional.

    Returns
    -------
    set of str
        Names as in Sphinx, whether the settings are under ``sphinx.config`` or under one of Jupyter
        Book's own keys, such as ``execute``.
    """
    file = folder / _FILE
    said = yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else None
    if not isinstance(said, dict):
        return set()
    by_headings, by_name, _ = yaml_to_sphinx(said)
    # Jupyter Book always adds this one, even if it is empty.
    by_headings.pop("html_theme_options", None)
    return {*by_headings, *by_name}


def setup(app: Sphinx) -> None:
    """Load the required extensions, and apply defaults for settings not made in ``_config.yml``.

    This must run before the settings take effect, which is after all extensions are set up.

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
