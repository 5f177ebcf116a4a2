"""From Typst source to PDF, and from Typst's errors to ours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import typst

from publishing.errors import CourseError
from publishing.handout.fonts import PACKAGES, check_faces, installed_fonts
from publishing.handout.markup import string
from publishing.handout.packing import packed

#: By this mark the source says from which file and line what follows it comes.
PLACE: Final = "// @ "

_MISSING_GLYPHS: Final = re.compile(
    r"the text `\"(?P<text>.*?)\"` could not be displayed with font `\"(?P<face>.*?)\"`"
)


def typeset(source: Path) -> bytes:
    """Compile a document.

    What the documents of one process have in common is set once: Typst keeps
    what it has laid out.

    Parameters
    ----------
    source
        The Typst file; beside it lie what it includes and the folder ``template``.

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
        told = "\n".join(warning.diagnostic for warning in warnings)
        raise CourseError(f"排版讲义时 Typst 有警告：\n{told}")
    return packed(pdf)


def _explained(diagnostic: str, source: Path) -> CourseError:
    """Say what is wrong in the book's terms where we can, else in Typst's."""
    files = sorted(source.parent.glob("*.typ"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").split("\n")]
    faults: dict[str, None] = {}
    for face, character in _missing(diagnostic):
        places = "、".join(_places(character, lines)) or "模板"
        faults[
            f"字体 {face} 没有字符{character_name(character)}，它出现在 {places}；请改用常用的写法"
        ] = None
    if faults:
        return CourseError("\n".join(faults))
    return CourseError(f"排版讲义时出错：\n{diagnostic}")


def character_name(character: str) -> str:
    """Name a character for a message: itself, its code point, its name in Unicode."""
    name = unicodedata.name(character, "无名字符")
    return f"“{character}”（U+{ord(character):04X}，{name}）"


def without_glyph(text: str) -> list[str]:
    """Find the characters of a text that cannot be printed.

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    list of str
        The characters that one of the faces lacks, each once. Empty on a machine without the
        faces: there the handout says what to install.
    """
    fonts = installed_fonts()
    if not set(PACKAGES) <= set(fonts.families()):
        return []
    characters = "".join(f"#{string(character)} " for character in sorted({*text}))
    # Each by itself, so that none joins its neighbour; a document needs a title.
    lines = ['#set document(title: "glyphs")', "#set text(fallback: false)"]
    lines += [f"#text(font: {string(face)})[{characters}]" for face in PACKAGES]
    try:
        typst.compile_with_warnings(
            "\n\n".join(lines).encode(),
            font_paths=fonts,
            ignore_system_fonts=True,
            pdf_standards="ua-1",
        )
    except typst.TypstError as error:
        return sorted({character for _, character in _missing(error.diagnostic)})
    return []


def _missing(diagnostic: str) -> Iterator[tuple[str, str]]:
    """Find each face and character that Typst complains of.

    The text that it names may hold characters that the face has; only Typst knows
    which, and it reports each missing one by itself.
    """
    for match in _MISSING_GLYPHS.finditer(diagnostic):
        for character in _unescaped(match["text"]):
            yield match["face"], character


def _unescaped(text: str) -> str:
    """Undo Typst's notation of a character that cannot be shown, by its code point."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), text)


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
