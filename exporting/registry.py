"""Find the formats by their modules, each of which defines ``FORMAT``."""

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
        Its name for trainers.
    file
        Name of the file to write.
    write
        Returns the file's bytes and the losses.
    whole
        Whether it contains the whole course with its pages, so that chapters cannot be selected.
    """

    title: str
    file: str
    write: Callable[[Collection], tuple[bytes, list[Loss]]]
    whole: bool = False


@cache
def formats() -> dict[str, Format]:
    """Return the formats by name, in alphabetical order."""
    return {
        module.name: import_module(f"{folder.__name__}.{module.name}").FORMAT
        for module in pkgutil.iter_modules(folder.__path__)
    }
