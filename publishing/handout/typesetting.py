"""From Typst source to PDF, and from Typst's errors to ours."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import typst

from course.typefaces import character_name, installed_fonts, missing_glyphs
from publishing.errors import CourseError
from publishing.handout.fonts import check_faces

#: The design: a folder of Typst modules, whose `lib.typ` names what the source calls.
TEMPLATE: Final = Path(__file__).parent / "template"
#: By this mark the source says from which file and line what follows it comes.
PLACE: Final = "// @ "


def typeset(source: Path, *, pack: bool = True) -> bytes:
    """Compile a document.

    What the documents of one process have in common is set once: Typst keeps
    what it has laid out.

    Parameters
    ----------
    source
        The Typst file; beside it lie what it includes and the folder ``template``.
    pack
        Whether the PDF is made smaller by a third, for a fifth of the time.

    Returns
    -------
    bytes
        The PDF, accessible (PDF/UA-1), and the same for the same source.

    Raises
    ------
    CourseError
        If a face or a glyph is missing, or Typst has anything to say.
    """
    fonts = installed_fonts()
    check_faces(fonts.families())
    try:
        pdf, warnings = typst.compile_with_warnings(
            source,
            root=source.parent,
            font_paths=fonts,
            ignore_system_fonts=True,
            pdf_standards="ua-1",
        )
    except typst.TypstError as error:
        raise _explained(error.diagnostic, source) from error
    if warnings:
        messages = "\n".join(warning.diagnostic for warning in warnings)
        raise CourseError(f"排版讲义时 Typst 有警告：\n{messages}")
    if not pack:
        return pdf
    # Only what prints needs what rewrites a PDF, which takes long to import.
    from publishing.handout.packing import packed

    return packed(pdf)


def _explained(diagnostic: str, source: Path) -> CourseError:
    """Say what is wrong in the book's terms where we can, else in Typst's."""
    files = sorted(source.parent.glob("*.typ"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").split("\n")]
    faults: dict[str, None] = {}
    for face, character in missing_glyphs(diagnostic):
        places = "、".join(_places(character, lines)) or "模板"
        faults[
            f"字体 {face} 没有字符{character_name(character)}，它出现在 {places}；请改用常用的写法"
        ] = None
    if faults:
        return CourseError("\n".join(faults))
    return CourseError(f"排版讲义时出错：\n{diagnostic}")


def _places(character: str, lines: list[str]) -> list[str]:
    """Find where in the book a character stands, by the marks in the source."""
    found: dict[str, None] = {}
    place = ""
    for line in lines:
        if line.startswith(PLACE):
            place = line.removeprefix(PLACE)
        elif character in line and place:
            found[place] = None
    return list(found)
