"""What is set by itself, in the handout's typography: papers, feedback, documents."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from publishing.handout.typesetting import TEMPLATE, typeset


def typeset_apart(source: str, template: Path, name: str, *, pack: bool = True) -> bytes:
    """Set a source beside the handout's template and one of its own.

    Parameters
    ----------
    source
        Typst, which imports the handout's template from ``template/``.
    template
        The folder of its own template.
    name
        From which folder the source imports that.
    pack
        Whether the PDF is made small.

    Returns
    -------
    bytes
        The PDF, accessible, and the same for the same source.

    Raises
    ------
    CourseError
        If the typesetting fails.
    """
    with TemporaryDirectory() as place:
        folder = Path(place)
        shutil.copytree(TEMPLATE, folder / "template")
        shutil.copytree(template, folder / name)
        file = folder / f"{name}.typ"
        file.write_text(source, encoding="utf-8")
        return typeset(file, pack=pack)
