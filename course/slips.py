"""Common typing mistakes in YAML, and how to fix them.

Authors type Chinese: colons are full-width, a space is missing or is not an ASCII space, a
quotation mark is not closed. A YAML parser notices this a line or two later and reports a symptom,
so the lines above its error are searched for the actual mistake.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from course.characters import Slip
from course.separators import separator_above

_SHOWN: Final = 6
_KEY: Final = r"(?P<key>[A-Za-z_][A-Za-z0-9_-]*)"
_START: Final = r"^ *(?:- +)*"
#: What precedes a value.
_VALUE: Final = rf"{_START}(?:{_KEY}: +)?".replace("?P<key>", "?:")

#: Mistakes and what to write instead; ``{key}`` is the matched group.
_SLIPS: Final = (
    (
        re.compile(rf"{_START}{_KEY} *："),
        "这一行用了中文冒号“：”；请改成英文冒号加一个空格，写作“{key}: ”",
    ),
    (
        re.compile(rf"{_START}{_KEY}:(?!//)(?=[^\s])"),
        "这一行的冒号后面缺一个空格；请写作“{key}: ”",
    ),
    (re.compile(r"^ *(?P<key>-)(?=[^\s-])"), "这一行的“-”后面缺一个空格；请写作“- ”"),
    (
        re.compile(r"^ *(?P<key>[－–—−‐•·])"),
        "这一行以“{key}”开头；列表的每一项请以英文减号加一个空格“- ”开头",
    ),
    (re.compile(r"^ *(?P<key>\t)"), "这一行用制表符缩进；请改用空格"),
)
#: Mistakes that are looked for only after the parser failed: elsewhere they may be valid.
_STUMBLING: Final = (
    (re.compile(rf"{_VALUE}(?P<first>[｛［])"), "这一行用了中文括号 {0}；请改成英文括号"),
    (
        re.compile(rf"{_VALUE}(?P<first>[*&!%@`]|[|>](?=[^\s0-9+-])|\?(?= ))"),
        "以 {0} 开头的文字，整段要放在英文引号里",
    ),
    (
        re.compile(rf"{_VALUE}(?P<first>[\[{{]).*[\]}}] *[^ ,#\]}}]"),
        "以 {0} 开头的文字，整段要放在英文引号里",
    ),
    (
        re.compile(rf"{_START}{_KEY}: +[^\[{{\"'#]*?(?P<first>[^\[{{\"'#: ]{{1,6}}): "),
        "“{0}: ”里有英文冒号加空格；请改用中文冒号，或把整段文字放在英文引号里",
    ),
)
#: A Chinese key, such as an anticipated wrong answer; it may also be ordinary text.
_CHINESE_KEY: Final = re.compile(r"^ *(?:- +)*(?P<key>[^\s：:“”#]{1,20})：")
#: A key that contains its value, since the colon is not one or lacks its space.
_WITH_VALUE: Final = re.compile(rf"{_KEY} *[：:]")
_QUOTED: Final = re.compile(rf"{_VALUE}(?P<mark>[\"'])(?P<rest>.*)$")
_CLOSING: Final = {'"': re.compile(r'(?<!\\)(?:\\\\)*"'), "'": re.compile(r"(?<!')'(?:'')*(?!')")}


def slip_in(text: str) -> str:
    """Describe the typing mistake in a line, or in a string that should have been a field.

    Parameters
    ----------
    text
        A line.

    Returns
    -------
    str
        What to write instead; empty if none of the known mistakes is found.
    """
    for pattern, advice in _SLIPS:
        if found := pattern.match(text):
            return advice.format(key=found["key"])
    return ""


def slip_above(lines: Sequence[str], number: int) -> Slip | None:
    """Find the typing mistake that made the parser fail.

    Parameters
    ----------
    lines
        The file's lines.
    number
        Line number, from 1, where the parser failed.

    Returns
    -------
    Slip or None
        A Chinese mark between the entries of a value in brackets; else the first unclosed quotation
        mark on that line or any line above it; else the nearest other mistake on that line or above
        it, up to the previous field.
    """
    above = lines[: min(number, len(lines))]
    return separator_above(above) or _open_quotation(above) or _nearest(above)


def _open_quotation(lines: Sequence[str]) -> Slip | None:
    """Find the first quotation mark that is not closed on its line, or is closed too early."""
    for number, line in enumerate(lines, start=1):
        quoted = _QUOTED.match(line)
        if not quoted:
            continue
        mark = quoted["mark"]
        closing = _CLOSING[mark].search(quoted["rest"])
        if closing is None:
            return Slip(number, f"这一行的英文引号 {mark} 没有合上；请在文字末尾补上")
        tail = quoted["rest"][closing.end() :].strip()
        if tail and not tail.startswith(("#", ":", ",", "]", "}")):
            return Slip(
                number,
                f"英文引号 {mark} 合上以后还有“{tail[:_SHOWN]}”；"
                f"请把整段文字放在一对英文引号里，其中的引文用“”",
            )
    return None


def _nearest(lines: Sequence[str]) -> Slip | None:
    near = list(_numbered_upwards(lines))
    for number, line in near:
        if advice := slip_in(line) or _stumbling(line):
            return Slip(number, advice)
    for number, line in near[1:2]:
        if found := _CHINESE_KEY.match(line):
            return Slip(number, f"“{found[1]}”后面用了中文冒号；是字段的，请改成英文冒号加一个空格")
    return None


def _stumbling(line: str) -> str:
    for pattern, advice in _STUMBLING:
        if found := pattern.match(line):
            return advice.format(found["first"])
    for opening, closing in ("[]", "{}"):
        if line.count(opening) > line.count(closing):
            return f"这一行的 {opening} 没有合上；请补上 {closing}"
    return ""


def _numbered_upwards(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the last line and those above it, up to a field without a mistake."""
    field = re.compile(rf"{_START}{_KEY}: ")
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        yield number, line
        if number < len(lines) and field.match(line) and not slip_in(line):
            return


def meant_by(name: str) -> str:
    """Return the field that was meant by a name with a Chinese colon: ``items`` by ``items：2``."""
    found = _WITH_VALUE.match(name)
    return found["key"] if found else ""


def plain_name(name: str) -> str:
    """Normalise a field's name: full-width letters to ASCII, no surrounding spaces or colons."""
    return unicodedata.normalize("NFKC", name).strip(" -:：")
