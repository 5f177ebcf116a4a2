"""The fences of a page: where each opens and closes, and what it contains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_FENCE: Final = re.compile(r"^ {0,3}(?P<marks>`{3,}|~{3,}|:{3,})[ \t]*(?P<info>.*?)[ \t]*$")
_DIRECTIVE: Final = re.compile(r"^\{(?P<name>[\w-]+)\}[ \t]*(?P<argument>.*)$")


@dataclass(frozen=True)
class Fence:
    """A fence.

    Parameters
    ----------
    line
        Number, from 1, of its opening line.
    marks
        The opening marks.
    info
        The text after them.
    content
        The lines inside.
    closed
        Whether it is closed before the page ends or another such fence opens.
    """

    line: int
    marks: str
    info: str
    content: tuple[str, ...]
    closed: bool

    @property
    def directive(self) -> str:
        """The directive's name between braces, or an empty string."""
        found = _DIRECTIVE.match(self.info)
        return found["name"] if found else ""


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Find the outermost fences of a page.

    Parameters
    ----------
    lines
        The page's lines.

    Yields
    ------
    Fence
        In page order. An unclosed fence ends where the next one opens.
    """
    number = 0
    while number < len(lines):
        opening = _FENCE.match(lines[number])
        number += 1
        if opening is None or (opening["marks"][0] == "`" and "`" in opening["info"]):
            continue
        start, closed = number, False
        while number < len(lines):
            inner = _FENCE.match(lines[number])
            if inner and inner["marks"].startswith(opening["marks"]):
                closed = not inner["info"]
                break
            number += 1
        content = tuple(lines[start:number])
        yield Fence(start, opening["marks"], opening["info"], content, closed)
        number += closed


def within(fence: Fence) -> Iterator[Fence]:
    """Find the fences nested in a fence, at any depth, with line numbers of the page."""
    for inner in fences(fence.content):
        placed = Fence(
            inner.line + fence.line, inner.marks, inner.info, inner.content, inner.closed
        )
        yield placed
        yield from within(placed)
