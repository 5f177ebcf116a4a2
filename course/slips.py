"""Slips of the hand in YAML that make it unreadable, and what to write instead.

YAML is typed here by people who type Chinese: a colon is full-width, a space is missing or is
not the ordinary one, a quotation mark stays open. A parser notices that a line or two later, and
tells its own trouble. So the lines are looked at for what people do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from course.characters import Slip

_SHOWN: Final = 6
_KEY: Final = r"(?P<key>[A-Za-z_][A-Za-z0-9_-]*)"
_START: Final = r"^ *(?:- +)*"
#: What stands before a value.
_VALUE: Final = rf"{_START}(?:{_KEY}: +)?".replace("?P<key>", "?:")

#: What stands in a line, and the advice; `{0}` is what stands there.
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
#: The same, where a parser has stumbled already.
_STUMBLING: Final = (
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
#: A key in Chinese, such as a foreseen wrong answer; it may also be words of a text.
_CHINESE_KEY: Final = re.compile(r"^ *(?:- +)*(?P<key>[^\s：:“”#]{1,20})：")
_QUOTED: Final = re.compile(rf"{_VALUE}(?P<mark>[\"'])(?P<rest>.*)$")
_CLOSING: Final = {'"': re.compile(r'(?<!\\)(?:\\\\)*"'), "'": re.compile(r"(?<!')'(?:'')*(?!')")}


def slip_in(text: str) -> str:
    """Tell what is wrong with a line, or with words that should have been a field.

    Parameters
    ----------
    text
        A line.

    Returns
    -------
    str
        The advice, empty if the line has none of the slips.
    """
    for pattern, advice in _SLIPS:
        if found := pattern.match(text):
            return advice.format(key=found["key"])
    return ""


def slip_above(lines: Sequence[str], number: int) -> Slip | None:
    """Find the slip that made a parser stumble.

    Parameters
    ----------
    lines
        The file's lines.
    number
        The line, from 1, on which the parser stumbled.

    Returns
    -------
    Slip or None
        An open quotation mark anywhere above; else the nearest slip on the line or above it,
        as far as the field that goes before.
    """
    above = lines[: min(number, len(lines))]
    return _open_quotation(above) or _nearest(above)


def _open_quotation(lines: Sequence[str]) -> Slip | None:
    """Find the first quotation mark that is not closed on its line, or closed too early."""
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
    """Give the last line and those above it, as far as a field without a slip."""
    field = re.compile(rf"{_START}{_KEY}: ")
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        yield number, line
        if number < len(lines) and field.match(line) and not slip_in(line):
            return


def plain_name(name: str) -> str:
    """Give a field's name without what is odd about it: full-width letters, odd spaces."""
    return unicodedata.normalize("NFKC", name).strip(" -:：")
