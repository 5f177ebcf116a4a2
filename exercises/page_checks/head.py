"""The front matter of a page, without which its code cells are not executed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from course import Fault
from course.located import UnreadableYamlError, line_of, parse_yaml
from exercises.page_checks.page_source import Page

_RULE: Final = "---"
_FORMAT: Final = "file_format"
_MYST: Final = "mystnb"
_KERNEL: Final = "kernelspec"
_COPY: Final = "请照别的章节抄一份开头：从第一行的 --- 到下一个 ---"


def head_faults(page: Page) -> Iterator[Fault]:
    """Find the first fault in the front matter of a page.

    Parameters
    ----------
    page
        The page.

    Yields
    ------
    Fault
        At most one.
    """
    has_cells = any(fence.directive == "code-cell" for fence in page.fences)
    if page.lines[0].rstrip() != _RULE:
        if has_cells:
            first = next((n for n, line in enumerate(page.lines, 1) if line.strip()), 1)
            message = f"这一页有代码格，开头却不是 ---，代码格不会运行；{_COPY}"
            yield page.fault(first, message)
        return
    if _RULE not in (line.rstrip() for line in page.lines[1:]):
        yield page.fault(1, f"开头的 --- 没有合上；请在 {_KERNEL} 几行之后另起一行写 ---")
        return
    end = [line.rstrip() for line in page.lines].index(_RULE, 1)
    try:
        head = parse_yaml("\n".join(page.lines[1:end]))
    except UnreadableYamlError as error:
        yield page.fault(error.line + 1, f"开头的 --- 之间写法有误：{error.problem}")
        return
    if not has_cells:
        return
    if not isinstance(head, dict):
        yield page.fault(2, f"开头的 --- 之间应由“字段: 值”组成；{_COPY}")
    elif head.get(_FORMAT) != _MYST:
        message = f"开头缺少 {_FORMAT}: {_MYST}，代码格不会运行；{_COPY}"
        yield page.fault(line_of(head, _FORMAT) + 1 if _FORMAT in head else 2, message)
    elif not isinstance(head.get(_KERNEL), dict) or "name" not in head[_KERNEL]:
        yield page.fault(2, f"开头缺少 {_KERNEL} 和它的 name，代码格不会运行；{_COPY}")
