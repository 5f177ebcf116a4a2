"""The typefaces of the handout, and which characters they have.

A character that they lack stops the handout, and says there only where it would have been set.
So what trainers write is looked at when it is read.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

#: The faces in which what we write is set: text and headings. The text of the course is set in
#: another, and is not typed.
_OURS: Final = ("Noto Serif CJK SC", "Noto Sans CJK SC")
#: What both have, so that a sound course needs no look into the fonts: Latin, Greek, Chinese,
#: kana, punctuation, numbers in circles.
RARE: Final = re.compile(
    r"[^\n\t\u0020-\u007e\u00a0-\u00ff\u0391-\u03a1\u03b1-\u03c9–—‘’“”…√→\u2460-\u25ab"
    r"\u3000-\u303f\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fea\uff01-\uff5e]"
)


def without_glyph(text: str) -> str:
    """Find the first character of a text that the handout cannot show.

    Parameters
    ----------
    text
        What a trainer wrote.

    Returns
    -------
    str
        What it is and how to mend it; empty if all can be shown, or the fonts are not here.
    """
    for found in RARE.finditer(text):
        if ord(found[0]) not in characters_of_the_faces():
            name = unicodedata.name(found[0], "无名字符")
            return (
                f"讲义的字体没有字符“{found[0]}”（U+{ord(found[0]):04X}，{name}）；请改用常用的写法"
            )
    return ""


class _Every:
    """Stands for the characters where the fonts are not here to tell."""

    def __contains__(self, _: int) -> bool:
        return True


@cache
def characters_of_the_faces() -> frozenset[int] | _Every:
    """Read which characters all of our faces have."""
    # Imported here, since hardly ever needed.
    import typst
    from fontTools.ttLib import TTFont

    found: list[frozenset[int]] = []
    faces = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).fonts()
    for family in _OURS:
        face = next((face for face in faces if face.family == family), None)
        if face is None:
            # The handout tells that; a site is made without it.
            return _Every()
        font = TTFont(face.path, fontNumber=face.index, lazy=True)
        found.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*found)
