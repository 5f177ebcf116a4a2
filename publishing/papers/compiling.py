"""Compile Typst sources with the templates of handout and papers."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from publishing.handout.apart import typeset_apart

_TEMPLATE: Final = Path(__file__).parent / "template"


def compiled(source: str, *, pack: bool = True) -> bytes:
    """Typeset papers or feedback sheets.

    Parameters
    ----------
    source
        Typst source, which imports its template from ``papers/``.
    pack
        Whether to reduce the size of the PDF; not needed for files that are printed once.

    Returns
    -------
    bytes
        The PDF.

    Raises
    ------
    CourseError
        If typesetting fails.
    """
    return typeset_apart(source, _TEMPLATE, "papers", pack=pack)
