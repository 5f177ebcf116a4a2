"""From Typst source to PDF, with the templates of handout and papers beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from publishing.handout.apart import typeset_apart

_TEMPLATE: Final = Path(__file__).parent / "template"


def compiled(source: str, *, pack: bool = True) -> bytes:
    """Set what a class is handed.

    Parameters
    ----------
    source
        Typst, which imports its template from ``papers/``.
    pack
        Whether the PDF is made small; what is printed once need not be.

    Returns
    -------
    bytes
        The PDF.

    Raises
    ------
    CourseError
        If the typesetting fails.
    """
    return typeset_apart(source, _TEMPLATE, "papers", pack=pack)
