"""Find invisible characters and unusual spaces in text files."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

#: Characters that look like a space but that YAML does not treat as one.
_ODD: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
#: Their names in messages; any other is named by its code point.
_SPACES: Final = {"\u00a0": "不间断空格", "\u3000": "全角空格"}
#: Invisible characters: soft hyphen, zero-width characters, direction marks.
_HIDDEN: Final = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_HIDDEN_NAMES: Final = {"\u00ad": "软连字符", "\u200b": "零宽空格", "\ufeff": "字节序标记"}
_SHOWN: Final = 6

_ODD_SPACE: Final = re.compile(
    rf"^[ -]*(?P<space>[{_ODD}])|^ *(?:- +)*[A-Za-z_][A-Za-z0-9_-]*:(?P<after>[{_ODD}])",
    re.MULTILINE,
)
_TYPED: Final = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_FIELD: Final = re.compile(r"^ *(?:- +)*(?:[A-Za-z_][A-Za-z0-9_-]*: *)?")


class Slip(NamedTuple):
    """A typing mistake and how to fix it.

    Parameters
    ----------
    line
        Line number, from 1.
    advice
        What is wrong on the line and what to write instead, in Chinese.
    """

    line: int
    advice: str


def first_hidden(text: str) -> Slip | None:
    """Find the first invisible character.

    Parameters
    ----------
    text
        A file's text.
    """
    found = _HIDDEN.search(text)
    if found is None:
        return None
    name = f"{_HIDDEN_NAMES.get(found[0], '不可见字符')} U+{ord(found[0]):04X}"
    return Slip(_line(text, found), f"{_after(text, found)}有看不见的字符（{name}）；请删去")


def first_odd_space(text: str) -> Slip | None:
    """Find the first unusual space, which YAML would take for part of a word.

    Parameters
    ----------
    text
        The text of a YAML file.
    """
    found = _ODD_SPACE.search(text)
    if found:
        space = found["space"] or found["after"]
        where = "冒号后面" if found["after"] else "开头"
        advice = f"这一行{where}的空格是{_named(space)}；请删去，改打普通（半角）空格"
        return Slip(_line(text, found), advice)
    return first_typed_space(text)


def first_typed_space(text: str) -> Slip | None:
    """Find the first unusual space that is not used for indentation.

    Parameters
    ----------
    text
        A file's text.
    """
    found = _TYPED.search(text)
    if found:
        advice = f"{_after(text, found)}的空格是{_named(found[0])}；请删去，或改打普通（半角）空格"
        return Slip(_line(text, found), advice)
    return None


def _named(space: str) -> str:
    return f"{_SPACES.get(space, '特殊空格')}（U+{ord(space):04X}）"


def _line(text: str, found: re.Match[str]) -> int:
    end = max(found.start("space"), found.start("after")) if found.re is _ODD_SPACE else 0
    return text.count("\n", 0, max(end, found.start())) + 1


def _after(text: str, found: re.Match[str]) -> str:
    line = text[: found.start()].rpartition("\n")[2]
    before = _FIELD.sub("", line).strip()[-_SHOWN:]
    return f"“{before}”后面" if before else "行首"
