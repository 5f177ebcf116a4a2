"""Typeset documents other than the handout with its typography: papers, feedback, documents."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from publishing.handout.typesetting import TEMPLATE, typeset


def typeset_apart(source: str, template: Path, name: str, *, pack: bool = True) -> bytes:
    """Typeset a source with the handout's template and a template of its own.

    Parameters
    ----------
    source
        Typst source, which imports the handout's template from ``template/``.
    template
        Folder of the document's own template.
    name
        Name of the folder from which the source imports that template.
    pack
        Whether to reduce the size of the PDF.

    Returns
    -------
    bytes
        An accessible PDF; the same source always gives the same bytes.

    Raises
    ------
    CourseError
        If typesetting fails.
    """
    with TemporaryDirectory() as place:
        folder = Path(place)
        shutil.copytree(TEMPLATE, folder / "template")
        shutil.copytree(template, folder / name)
        file = folder / f"{name}.typ"
        file.write_text(source, encoding="utf-8")
        return typeset(file, pack=pack)
