"""The code cells of a page: which items they show, and mistakes in typing them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from exercises.page_checks.fences import within
from exercises.page_checks.page_source import Page

_CELL: Final = "code-cell"
_OPTION: Final = re.compile(r"^:[\w-]+:")
_RULE: Final = "---"
#: What a Chinese keyboard types instead of the punctuation of code.
_TYPED: Final = str.maketrans(
    "“”„＂‘’＇，（）：；．＝［］【】｛｝\u3000\u00a0",
    '""""\'\'\',():;.=[][]{}  ',
)
_HOW: Final = '一格里写 show("题目编号")，几道题之间用英文逗号隔开'
#: Messages of Python's parser, with explanations for authors.
_PROBLEMS: Final = (
    ("was never closed", "括号没有合上"),
    ("unmatched", "括号多了一个"),
    ("does not match", "括号不成对"),
    ("unterminated", "引号没有合上"),
    ("unexpected indent", "行首多了空格"),
    ("unindent", "行首的空格不齐"),
    ("expected an indented block", "这一行之后缺了内容"),
    ("forgot a comma", "两个编号之间缺了英文逗号"),
)


@dataclass(frozen=True)
class Cell:
    """A code cell.

    Parameters
    ----------
    line
        Number, from 1, of the page's line before the code.
    code
        Its code.
    """

    line: int
    code: str


@dataclass(frozen=True)
class Problem:
    """A mistake in a cell.

    Parameters
    ----------
    line
        Line number in the page, from 1.
    message
        What is wrong and how to fix it.
    """

    line: int
    message: str


def cells(page: Page) -> list[Cell]:
    """Return the code cells of a page, in page order."""
    return [
        _cell(fence.line, fence.content)
        for fence in page.fences
        if fence.directive == _CELL
        and fence.closed
        and not page.lines[fence.line - 1].startswith(" ")
    ]


def _cell(line: int, content: Sequence[str]) -> Cell:
    """Skip the options at the beginning of a cell."""
    first = 0
    if content and content[0] == _RULE and _RULE in content[1:]:
        first = content.index(_RULE, 1) + 1
    while first < len(content) and _OPTION.match(content[first]):
        first += 1
    return Cell(line + first, "\n".join(content[first:]))


def shown(code: str) -> Iterator[str]:
    """Find the ids in a cell's ``show("…", "…")``.

    Parameters
    ----------
    code
        The cell's code; if it is not valid Python, nothing is found.
    """
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return
    for call in _calls(tree):
        yield from (
            argument.value
            for argument in call.args
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        )


def _calls(tree: ast.AST, name: str = "show") -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id.lower() == name
        ):
            yield node


def problems(page: Page) -> Iterator[Problem]:
    """Find mistakes in the cells of a page.

    Parameters
    ----------
    page
        The page.

    Yields
    ------
    Problem
        In page order.
    """
    yield from _misplaced(page)
    imported = False
    for cell in cells(page):
        try:
            tree = ast.parse(cell.code)
        except SyntaxError as error:
            yield _unparsed(cell, error)
            imported = True
            continue
        imported = imported or "show" in _imported(tree)
        for call in _calls(tree):
            yield from _miscalled(cell, call)
            if not imported:
                message = "这一页还没有引入 show；请在前面的代码格里写 from exercises import show"
                yield Problem(cell.line + call.lineno, message)
                imported = True


def _misplaced(page: Page) -> Iterator[Problem]:
    """Find cells that are not executed because they are nested in something else."""
    inner = [fence for outer in page.fences for fence in within(outer)]
    for fence in (*page.fences, *inner):
        indented = page.lines[fence.line - 1].startswith(" ")
        if fence.directive == _CELL and (indented or fence in inner):
            message = "代码格不能套在列表或别的指令里；请移到外面，顶格写"
            yield Problem(fence.line, message)


def _imported(tree: ast.AST) -> set[str]:
    return {
        "show" if alias.name == "*" else alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def _miscalled(cell: Cell, call: ast.Call) -> Iterator[Problem]:
    if isinstance(call.func, ast.Name) and call.func.id != "show":
        yield Problem(cell.line + call.lineno, f"没有 {call.func.id}；请写作 show，全用小写字母")
    for argument in call.args:
        if isinstance(argument, ast.Name | ast.BinOp | ast.Attribute):
            written = ast.get_source_segment(cell.code, argument) or ""
            message = f'题目编号要放在英文引号里；请写作 show("{written}")'
            yield Problem(cell.line + argument.lineno, message)


def _unparsed(cell: Cell, error: SyntaxError) -> Problem:
    """Explain a syntax error in a cell."""
    code = cell.code.split("\n")
    number = min(error.lineno or 1, len(code))
    line = code[number - 1].strip()
    place = cell.line + number
    right = line.translate(_TYPED).replace("、", ", ")
    if right != line:
        found = "".join(dict.fromkeys(mark for mark in line if mark == "、" or ord(mark) in _TYPED))
        return Problem(place, f"这一行是 {line}，用了中文标点 {found}；请写作 {right}")
    problem = next((words for said, words in _PROBLEMS if said in (error.msg or "")), "写法不对")
    return Problem(place, f"这一行是 {line}，{problem}；{_HOW}")
