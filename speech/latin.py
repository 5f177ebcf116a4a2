"""Which places of a Chinese text are within Latin text, where spaces and narrow marks belong.

Characters are full-width, as Han characters and Chinese punctuation are, or narrow. Some marks are
either: quotation marks, dashes and the like have the width of the text that they enclose or adjoin,
so the character beyond them counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

#: Han characters, kana, hangul, Chinese punctuation, full-width forms (Unicode's widths W and F).
_FULL_WIDTH: Final = re.compile(
    r"[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
    r"\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003fffd]"
)
#: Marks of either width, and half-width marks that are also typed in Chinese text.
_OF_EITHER: Final = frozenset("“”‘’—–…·'\".,:;!?()-")
_BRACKETS: Final = {"(": ")", "（": "）"}


def is_latin(text: Sequence[str], start: int, end: int) -> bool:
    """Check whether a space or mark is within Latin text: ``to be, or not``, ``R & D``.

    Figures alone are not Latin text, but are with a word beside them: ``Windows 10``.

    Parameters
    ----------
    text
        The characters of a paragraph.
    start, end
        Where the space or mark begins and ends.
    """
    return not (
        _is_full_width_beyond(text, start - 1, -1) or _is_full_width_beyond(text, end, 1)
    ) and (_has_letter(text, start - 1, -1) or _has_letter(text, end, 1))


def narrow_brackets(text: Sequence[str]) -> set[int]:
    """Find the half-width brackets that belong to Latin text; two of a pair are of one width.

    Parameters
    ----------
    text
        The characters of a paragraph.

    Returns
    -------
    set of int
        Their positions.
    """
    narrow: set[int] = set()
    opened: list[int] = []
    for place, character in enumerate(text):
        if character in _BRACKETS:
            opened.append(place)
        if character == "(" and is_latin(text, place, place + 1):
            narrow.add(place)
        elif character in _BRACKETS.values():
            first = opened.pop() if opened else place
            if character == "）":
                narrow.discard(first)
            elif first in narrow or (first == place and is_latin(text, place, place + 1)):
                narrow.add(place)
    return narrow


def _is_full_width_beyond(text: Sequence[str], place: int, step: int) -> bool:
    """Check the next character that decides; the paragraph's edge is like most of the paragraph."""
    while 0 <= place < len(text):
        character = text[place]
        if not (character.isspace() or character in _OF_EITHER):
            return _is_full_width(character)
        place += step
    return any(map(_is_full_width, text))


def _has_letter(text: Sequence[str], place: int, step: int) -> bool:
    """Check whether there is a letter before the next full-width character."""
    while 0 <= place < len(text) and not _is_full_width(text[place]):
        if text[place].isalpha():
            return True
        place += step
    return False


def _is_full_width(character: str) -> bool:
    return bool(_FULL_WIDTH.match(character))
