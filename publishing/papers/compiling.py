"""From Typst source to PDF, with the templates of handout and papers beside it."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from publishing.handout.builder import TEMPLATE as HANDOUT
from publishing.handout.typesetting import typeset

_TEMPLATE: Final = Path(__file__).parent / "template"


def compiled(source: str) -> bytes:
    """Set what a class is handed.

    Parameters
    ----------
    source
        Typst, which imports its template from ``papers/``.

    Returns
    -------
    bytes
        The PDF.

    Raises
    ------
    CourseError
        If the typesetting fails.
    """
    with TemporaryDirectory() as place:
        folder = Path(place)
        shutil.copytree(HANDOUT, folder / "template")
        shutil.copytree(_TEMPLATE, folder / "papers")
        file = folder / "paper.typ"
        file.write_text(source, encoding="utf-8")
        return typeset(file)
