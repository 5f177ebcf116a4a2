"""Check which characters the fonts of the handout support.

Typst stops at a character that its font lacks, and names no source file. So texts are checked
when they are read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import typst

#: Fonts in which authors' words are printed: their own without serifs, what they quote with them.
_OURS: Final = ("Noto Serif CJK SC", "Noto Sans CJK SC")
#: Characters outside the ranges that both fonts are known to cover: Latin, Greek, Chinese, kana,
#: punctuation, circled numbers. Only these need a look into the fonts, so most courses need none.
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
    """Return the fonts installed on this machine, without those embedded in Typst.

    Returns
    -------
    Fonts
        The same object at each call.
    """
    # Imported late: outside of the handout, few courses need it.
    import typst

    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)


def without_glyph(text: str) -> str:
    """Describe the first character of a text that the handout cannot print.

    Parameters
    ----------
    text
        A text written by an author.

    Returns
    -------
    str
        Which character it is and what to do, in Chinese; empty if all can be printed or the fonts
        are not installed.
    """
    for character in RARE.findall(text):
        # Invisible characters are reported elsewhere (course.characters).
        if unicodedata.category(character) != "Cf" and _is_lacking(character):
            return f"讲义的字体没有字符{character_name(character)}；请改用常用的写法"
    return ""


@cache
def _is_lacking(character: str) -> bool:
    return bool(lacking(character, _OURS))


def character_name(character: str) -> str:
    """Name a character in a message: itself, its code point, its Unicode name."""
    name = unicodedata.name(character, "无名字符")
    return f"“{character}”（U+{ord(character):04X}，{name}）"


def lacking(characters: Iterable[str], faces: Iterable[str]) -> set[str]:
    """Find characters that a font lacks.

    Parameters
    ----------
    characters
        The characters to look up.
    faces
        Names of font families.

    Returns
    -------
    set of str
        Those that at least one of the fonts lacks; empty if a font is not installed.
    """
    import typst

    fonts, faces = installed_fonts(), list(faces)
    if not set(faces) <= set(fonts.families()):
        return set()
    # Separated by spaces, so that none combines with its neighbour; PDF/UA requires a title.
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
    """Yield each font and character from Typst's messages about missing glyphs.

    The text in a message may also contain characters that the font has, but each missing one has
    a message of its own.

    Parameters
    ----------
    diagnostic
        Output of Typst.
    """
    for match in _MISSING.finditer(diagnostic):
        for character in _CODE.sub(lambda code: chr(int(code[1], 16)), match["text"]):
            yield match["face"], character
