"""Packages that hardly any build needs, and that take as long to import as a small one to build."""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any, Final

#: myst-nb's clients that run cells in a kernel or take their outputs from a cache: both import
#: jupyter-cache, and with it SQLAlchemy. Cells run in the building process (`execution`), unless a
#: course's settings ask for something else.
_CLIENTS: Final = {
    "myst_nb.core.execute.cache": "NotebookClientCache",
    "myst_nb.core.execute.direct": "NotebookClientDirect",
}


class _Later(ModuleType):
    """Stands for a module until it is needed."""


def _client(module: str, name: str, *arguments: Any, **options: Any) -> Any:
    """Import a client, and make one."""
    if isinstance(sys.modules[module], _Later):
        del sys.modules[module]
    return getattr(import_module(module), name)(*arguments, **options)


def keep_out() -> None:
    """Leave in the place of each module what imports it when it is asked for.

    It comes before the import of Sphinx and myst-nb, which would import them.
    """
    # jsonschema, which nbformat imports, asks for a checker of addresses; a build checks none.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    for module, name in _CLIENTS.items():
        if module not in sys.modules:
            later = _Later(module)
            setattr(later, name, partial(_client, module, name))
            sys.modules[module] = later
