"""The formats, found by their modules: each has its ``FORMAT``."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from exporting import formats as folder
from exporting.losses import Loss
from exporting.model import Collection


@dataclass(frozen=True)
class Format:
    """One format.

    Parameters
    ----------
    title
        What trainers call it.
    file
        The name of the file that it is written to.
    write
        Gives the file's bytes and what they do not hold.
    whole
        Whether it holds the whole course with its pages, so that no chapters can be chosen.
    """

    title: str
    file: str
    write: Callable[[Collection], tuple[bytes, list[Loss]]]
    whole: bool = False


@cache
def formats() -> dict[str, Format]:
    """Find the formats by their names, in alphabetical order."""
    return {
        module.name: import_module(f"{folder.__name__}.{module.name}").FORMAT
        for module in pkgutil.iter_modules(folder.__path__)
    }
