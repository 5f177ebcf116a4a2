"""Regular expressions as trainers write them in ``course.yml``, with faults in Chinese."""

from __future__ import annotations

import re
from typing import Final

#: Beginnings of the messages of :mod:`re`, and what trainers read instead. Positions are left out:
#: the pattern that is compiled may be longer than the one that was written.
_PROBLEMS: Final = (
    ("missing ), unterminated", "圆括号没有合上，请补上 )"),
    ("unbalanced parenthesis", "多了一个 )，请删去，或在前面补上 ("),
    ("unterminated character set", "方括号没有合上，请补上 ]"),
    ("bad character range", "方括号里 - 两边的次序反了，请对调"),
    ("nothing to repeat", "*、+ 或 ? 前面没有可以重复的字，请补上或删去"),
    ("multiple repeat", "*、+ 或 ? 连写了两个，请删去一个"),
    ("min repeat greater", "花括号里的次数前大后小，请对调"),
    ("bad escape", "\\ 后面的字不对，请删去 \\"),
    ("incomplete escape", "\\ 后面的字没有写全，请补全或删去 \\"),
    ("unknown extension", "(? 后面的写法不对，请改正"),
    ("look-behind requires", "(?<= 或 (?<! 里的字数不固定，请改成固定的几个字"),
)
_UNKNOWN: Final = "括号或符号有一处写得不对，请改正"


def checked_pattern(text: str, meant: str | None = None) -> str:
    """Check that a text is a regular expression.

    Parameters
    ----------
    text
        The text as written.
    meant
        The expression that it stands for, if it contains placeholders.

    Returns
    -------
    str
        `text` itself.

    Raises
    ------
    ValueError
        If it is not; says why in Chinese.
    """
    try:
        re.compile(text if meant is None else meant)
    except (re.error, OverflowError, RecursionError) as error:
        problem = next((told for said, told in _PROBLEMS if str(error).startswith(said)), _UNKNOWN)
        raise ValueError(f"“{text}”不是正则表达式：{problem}") from error
    return text
