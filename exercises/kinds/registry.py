"""Find the kinds by their folders."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from exercises import kinds as folder
from exercises.item import Item


@cache
def kinds() -> dict[str, type[Item]]:
    """Find the kinds.

    Returns
    -------
    dict of str to type
        Item classes by kind, in alphabetical order. The folder of kind ``a-b`` is ``a_b``.
    """
    return {
        module.name.replace("_", "-"): import_module(f"{folder.__name__}.{module.name}").Item
        for module in pkgutil.iter_modules(folder.__path__)
        if module.ispkg
    }


def module_of(kind: str, part: str) -> str:
    """Return the name of the module that implements a part of a kind.

    Parameters
    ----------
    kind
        The kind, such as ``true-false``.
    part
        The part, such as ``sheet``.
    """
    return f"{folder.__name__}.{kind.replace('-', '_')}.{part}"
