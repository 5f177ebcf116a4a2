"""Avoid importing packages that hardly any build needs and that are slow to import."""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any, Final

#: myst-nb's clients that run cells in a kernel or use cached outputs. Both import jupyter-cache and
#: with it SQLAlchemy. Cells run in the building process (`execution`) unless a course's settings
#: choose another mode.
_CLIENTS: Final = {
    "myst_nb.core.execute.cache": "NotebookClientCache",
    "myst_nb.core.execute.direct": "NotebookClientDirect",
}


class _Later(ModuleType):
    """Stands in for a module until it is needed."""


def _client(module: str, name: str, *arguments: Any, **options: Any) -> Any:
    """Import a client's module and make the client."""
    if isinstance(sys.modules[module], _Later):
        del sys.modules[module]
    return getattr(import_module(module), name)(*arguments, **options)


def keep_out() -> None:
    """Replace each module by a stand-in that imports it on demand.

    Call this before Sphinx and myst-nb, which import them, are imported.
    """
    # jsonschema, imported by nbformat, loads this only to validate addresses; no build does.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    for module, name in _CLIENTS.items():
        if module not in sys.modules:
            later = _Later(module)
            setattr(later, name, partial(_client, module, name))
            sys.modules[module] = later
