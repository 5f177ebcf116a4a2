"""Chinese commas and colons where YAML wants ``,`` and ``:`` within brackets.

Chinese marks are part of the text around them, so ``{items: 2，points: 5}`` is not read and
``[c21，c22]`` is one entry. The parser's message, and the schema's, name a consequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from course.characters import Slip

_COMMAS: Final = "，、；"
_COLON: Final = "："
_MARKS: Final = {
    "，": ("中文逗号", "英文逗号"),
    "、": ("顿号", "英文逗号"),
    "；": ("中文分号", "英文逗号"),
    _COLON: ("中文冒号", "英文冒号"),
}
_BRACKETS: Final = {"[": "方括号", "{": "花括号"}
_TYPED: Final = re.compile(f"[{_COMMAS}]")

#: A line on which a value in brackets begins.
_OPENING: Final = re.compile(r"^ *(?:- +)*(?:[^\s\"'#\[{][^:\[{]*: +)?(?=[\[{])")
#: The line of the parser's error is at most so far below the beginning of the value.
_REACH: Final = 30
_TOKEN: Final = re.compile(
    r"""(?P<quoted>(?<=[\s\[{,:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'))"""
    r"""|(?P<comment>(?<=\s)\#[^\n]*)"""
    r"""|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)|(?P<colon>:(?=[\s,\[\]{}]))""",
    re.VERBOSE | re.DOTALL,
)


def separator_above(lines: Sequence[str]) -> Slip | None:
    """Find a Chinese mark between the entries of a value in brackets that made the parser fail.

    Parameters
    ----------
    lines
        The file's lines, up to the one where the parser failed.

    Returns
    -------
    Slip or None
        The first such mark of the nearest value that has one.
    """
    for start in range(len(lines) - 1, max(-1, len(lines) - _REACH), -1):
        if opening := _OPENING.match(lines[start]):
            text = "\n".join([lines[start][opening.end() :], *lines[start + 1 :]])
            for bracket, place in _misplaced(text):
                name, wanted = _MARKS[text[place]]
                advice = (
                    f"{_BRACKETS[bracket]}里用了{name}“{text[place]}”；请改成{wanted}加一个空格，"
                    "是文字的，请把整段文字放在英文引号里"
                )
                return Slip(start + text.count("\n", 0, place) + 1, advice)
    return None


def typed_comma(text: str) -> str:
    """Explain the first Chinese comma in a word that cannot contain one.

    Parameters
    ----------
    text
        An id, a number, a name.

    Returns
    -------
    str
        What to write instead; empty if there is none.
    """
    found = _TYPED.search(text)
    if not found:
        return ""
    name, wanted = _MARKS[found[0]]
    return f"“{text}”里有{name}；几项之间请用{wanted}加一个空格"


def typed_colon(name: str) -> str:
    """Explain the Chinese colon in the name of a field without a value; empty if there is none."""
    colon, wanted = _MARKS[_COLON]
    told = f"“{name}”里有{colon}；字段名后面请用{wanted}加一个空格"
    return told if _COLON in name else ""


def typed_entries(text: str) -> list[str]:
    """Divide a text at Chinese commas into the entries that may have been meant."""
    return _TYPED.split(text)


def _misplaced(text: str) -> Iterator[tuple[str, int]]:
    """Yield the bracket around, and the place of, each mark that makes a value invalid.

    Text may contain these marks: only beside a quoted text or a bracket, or between two keys, can
    nothing else be meant.
    """
    opened: list[str] = []
    begin, keys, closed = 0, 0, False
    for token in _TOKEN.finditer(text):
        between = text[begin : token.start()]
        sort = token.lastgroup
        if opened and (place := _separating(between, closed=closed, keys=keys, sort=sort)) >= 0:
            yield opened[-1], begin + place
        if sort == "open":
            opened.append(token[0])
        elif sort == "close":
            opened.pop()
        if not opened:
            return
        keys = keys + 1 if sort == "colon" else 0 if sort in {"open", "comma"} else keys
        begin, closed = token.end(), sort in {"quoted", "close"}


def _separating(between: str, *, closed: bool, keys: int, sort: str | None) -> int:
    """Return the place of the mark that should separate entries in plain text, or -1."""
    plain = between.rstrip()
    if closed and between.lstrip()[:1] in _MARKS:
        return len(between) - len(between.lstrip())
    if sort == "open" and plain[-1:] in _MARKS:
        return len(plain) - 1
    if sort == "colon" and keys:
        return max(map(plain.rfind, _COMMAS))
    return -1
