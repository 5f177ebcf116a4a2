"""Which characters the typefaces of the handout have.

A character that they lack stops the handout, and says there only where it would have been set.
So what trainers write is looked at when it is read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import typst

#: The faces in which what we write is set: text and headings. The text of the course is set in
#: another, and is not typed.
_OURS: Final = ("Noto Serif CJK SC", "Noto Sans CJK SC")
#: What neither is surely in both, so that a sound course needs no look into the fonts: all but
#: Latin, Greek, Chinese, kana, punctuation, numbers in circles.
RARE: Final = re.compile(
    r"[^\n\t\u0020-\u007e\u00a0-\u00ff\u0391-\u03a1\u03b1-\u03c9–—‘’“”…√→\u2460-\u25ab"
    r"\u3000-\u303f\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fea\uff01-\uff5e]"
)
_MISSING: Final = re.compile(
    r"the text `\"(?P<text>.*?)\"` could not be displayed with font `\"(?P<face>.*?)\"`"
)
_CODE: Final = re.compile(r"\\u\{([0-9a-f]+)\}")


@cache
def installed_fonts() -> typst.Fonts:
    """Find the fonts of this machine, and no others.

    Returns
    -------
    Fonts
        The fonts; the same object at each call.
    """
    # Imported here, since a sound course needs it only for its handout.
    import typst

    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)


def without_glyph(text: str) -> str:
    """Find the first character of a text of ours that the handout cannot show.

    Parameters
    ----------
    text
        What a trainer wrote.

    Returns
    -------
    str
        What it is and how to mend it; empty if all can be shown, or the fonts are not here.
    """
    for character in RARE.findall(text):
        # What nobody sees is another fault.
        if unicodedata.category(character) != "Cf" and _is_lacking(character):
            return f"讲义的字体没有字符{character_name(character)}；请改用常用的写法"
    return ""


@cache
def _is_lacking(character: str) -> bool:
    return bool(lacking(character, _OURS))


def character_name(character: str) -> str:
    """Name a character for a message: itself, its code point, its name in Unicode."""
    name = unicodedata.name(character, "无名字符")
    return f"“{character}”（U+{ord(character):04X}，{name}）"


def lacking(characters: Iterable[str], faces: Iterable[str]) -> set[str]:
    """Find out which characters cannot be set in each of some faces.

    Parameters
    ----------
    characters
        Characters.
    faces
        Families of fonts.

    Returns
    -------
    set of str
        Those that one of the faces lacks; none on a machine without the faces.
    """
    import typst

    fonts, faces = installed_fonts(), list(faces)
    if not set(faces) <= set(fonts.families()):
        return set()
    # Each by itself, so that none joins its neighbour; a document needs a title.
    escaped = "".join(f'#"\\u{{{ord(character):x}}}" ' for character in sorted({*characters}))
    lines = ['#set document(title: "glyphs")', "#set text(fallback: false)"]
    lines += [f'#text(font: "{face}")[{escaped}]' for face in faces]
    try:
        typst.compile_with_warnings(
            "\n\n".join(lines).encode(),
            font_paths=fonts,
            ignore_system_fonts=True,
            pdf_standards="ua-1",
        )
    except typst.TypstError as error:
        return {character for _, character in missing_glyphs(error.diagnostic)}
    return set()


def missing_glyphs(diagnostic: str) -> Iterator[tuple[str, str]]:
    """Find each face and character that Typst complains of.

    The text that it names may hold characters that the face has; only Typst knows
    which, and it reports each missing one by itself.

    Parameters
    ----------
    diagnostic
        What Typst says.
    """
    for match in _MISSING.finditer(diagnostic):
        for character in _CODE.sub(lambda code: chr(int(code[1], 16)), match["text"]):
            yield match["face"], character
