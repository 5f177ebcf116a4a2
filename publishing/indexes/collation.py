"""Sort terms by pinyin, as Chinese dictionaries do.

Level 1 of GB 2312, its 3,755 common characters, is itself sorted by pinyin, so its codes can be
compared directly. All headwords must begin with such a character.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from publishing.errors import CourseError

#: The heading for terms that begin with a digit.
FIGURES: Final = "数字开头"

#: First GB 2312 code of each initial; no syllable begins with I, U or V.
_FIRST_CODES: Final = (
    0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC,
    0xC2E8, 0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9,
    0xD4D1,
)  # fmt: skip
_INITIALS: Final = "ABCDEFGHJKLMNOPQRSTWXYZ"
_LAST_CODE: Final = 0xD7F9
_MARKS: Final = re.compile(r"[^\w+>]")


def sort_key(term: str) -> bytes:
    """Return the sort key of a term: digits first, then by pinyin; punctuation is ignored."""
    return _MARKS.sub("", term).encode("gb18030")


def initial(term: str) -> str:
    """Return the heading under which a term is listed.

    Parameters
    ----------
    term
        A term.

    Returns
    -------
    str
        The initial of its first character's pinyin, or :data:`FIGURES`.

    Raises
    ------
    CourseError
        If the first character is not in level 1, so that its code says nothing about its pinyin.
    """
    first = _MARKS.sub("", term)[0]
    if first.isascii():
        return FIGURES
    code = int.from_bytes(first.encode("gb18030"), "big")
    if not _FIRST_CODES[0] <= code <= _LAST_CODE:
        raise CourseError(
            f"词目“{term}”的首字不是常用字，排不出音序；请换一个词目，把这个写进 also"
        )
    return _INITIALS[bisect_right(_FIRST_CODES, code) - 1]
