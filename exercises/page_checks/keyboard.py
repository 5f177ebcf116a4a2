"""Typing mistakes of Chinese authors that leave the Markdown readable but change its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from course import Fault
from course.characters import first_hidden, first_typed_space
from course.typefaces import without_glyph
from exercises.page_checks.fences import Fence, within
from exercises.page_checks.page_source import Page

_ODD: Final = "[\u00a0\u2000-\u200a\u202f\u3000]"
#: Patterns of mistakes in a line outside of code, and how to fix them.
_SLIPS: Final = (
    (
        re.compile(rf"^ *(?P<mark>[-*+]|\d+\.|#{{1,6}}|>){_ODD}"),
        "的“{mark}”后面的空格是不间断空格或全角空格；请改打普通（半角）空格",
    ),
    (
        re.compile(r"^(?P<mark>#{1,6})(?=[^\s#!{])"),
        "的“{mark}”后面缺一个空格；标题请写作“{mark} 标题”",
    ),
    (
        re.compile(r"^ *(?P<mark>[-+]|\*(?!.*\*))(?=[\u4e00-\u9fff“《])"),
        "的“{mark}”后面缺一个空格；列表的每一项请以“{mark} ”开头",
    ),
    (
        re.compile(r"^ *(?P<mark>[－–—•·●])[ \u3000]*(?=[\u4e00-\u9fff“《])"),
        "以“{mark}”开头；列表的每一项请以英文减号加一个空格“- ”开头",
    ),
    (
        re.compile(r"^ *(?P<mark>(?:`{3,}|:{3,})\s*[｛〔【（].*)$"),
        "里的“{mark}”用了中文括号；请改成英文花括号，如 ```{{sidenote}} 术语",
    ),
    (
        re.compile(r"(?P<mark>[｛][a-z-]+[｝]`[^`]*`)"),
        "里的“{mark}”用了中文花括号；请改成英文花括号 {{ }}",
    ),
)
#: Patterns that may be anywhere in a line outside of code.
_ANYWHERE: Final = (
    (
        re.compile(r"(?P<mark>\{(?:cite|ref|doc)\})(?!`)"),
        "“{mark}”后面没有反引号；请写作 {mark}`…`，编号放在一对反引号里",
    ),
    (re.compile(r"(?P<mark>\[\^[^\]\s]+\])"), "“{mark}”是脚注，书里不排脚注；请写进旁注"),
    (
        re.compile(r"^ *[-*+] (?P<mark>\[[ xX]\]) "),
        "“{mark}”是任务清单的写法，书里不排；请删去",
    ),
)
#: What a Chinese keyboard types instead of a fence's marks.
_NO_FENCE: Final = re.compile(r"^ *(?P<mark>·{3,}|｀{3,}|’{3,}|‘{3,}|'{3,})")
#: Fences with these are reported elsewhere, with a more precise message.
_BRACES: Final = ("{", "｛", "〔", "【", "（")
_BULLET: Final = re.compile(r"^(?P<indent> *)[-*+] ")
_STEP: Final = 2


def typing_faults(page: Page) -> Iterator[Fault]:
    """Find typing mistakes in a page, outside of its code.

    Parameters
    ----------
    page
        The page.

    Yields
    ------
    Fault
        In no particular order.
    """
    every = [fence for outer in page.fences for fence in (outer, *within(outer))]
    wrong = next((n for n, line in enumerate(page.lines, 1) if _NO_FENCE.match(line)), None)
    if wrong:
        advice = "不是围栏的记号；请在英文输入法下写 ```，合上的那一行也是"
        yield page.fault(wrong, f"这一行的“{page.lines[wrong - 1].strip()[:3]}”{advice}")
    else:
        yield from _open_fences(page, every)
        yield from _no_directives(page)
    code = {
        number
        for fence in every
        if not fence.directive or fence.directive == "code-cell"
        for number in range(fence.line + 1, fence.line + len(fence.content) + 1)
    }
    for number, line in enumerate(page.lines, start=1):
        for pattern, advice in (*_SLIPS, *_ANYWHERE):
            if number not in code and (found := pattern.search(line)):
                yield page.fault(number, f"这一行{advice.format(mark=found['mark'])}")
                break
        if problem := without_glyph(line):
            yield page.fault(number, problem)
    for fence in every:
        if fence.directive == "structure":
            yield from _structure_faults(page, fence)
    if odd := first_hidden(page.text) or first_typed_space(page.text):
        yield page.fault(*odd)


def _open_fences(page: Page, every: list[Fence]) -> Iterator[Fault]:
    for fence in every:
        if not fence.closed:
            message = (
                f"{fence.marks}{fence.info} 没有合上；请在它的内容之后另起一行写 {fence.marks}"
            )
            yield page.fault(fence.line, message)


def _no_directives(page: Page) -> Iterator[Fault]:
    """Find fences that would be typeset as code; the book has no code listings."""
    for fence in page.fences:
        if not fence.directive and not fence.info.startswith(_BRACES):
            name = fence.info or "名称"
            message = (
                f"{fence.marks}{fence.info} 没有花括号，会当成代码；"
                f"请写作 {fence.marks}{{{name.split()[0]}}}{name[len(name.split()[0]) :]}"
            )
            yield page.fault(fence.line, message)


def _structure_faults(page: Page, fence: Fence) -> Iterator[Fault]:
    """Find entries of a structure with an odd indentation, whose level is ambiguous."""
    for number, line in enumerate(fence.content, start=fence.line + 1):
        if (bullet := _BULLET.match(line)) and len(bullet["indent"]) % _STEP:
            found = len(bullet["indent"])
            message = f"这一行缩进了 {found} 个空格；结构每下一级缩进两个空格，请改成偶数个"
            yield page.fault(number, message)
