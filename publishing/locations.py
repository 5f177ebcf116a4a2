"""Source locations for error messages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from docutils import nodes
from sphinx.environment import BuildEnvironment

from course import Course

_PLACE: Final = re.compile(r"(?P<file>.*?)(?P<line>:\d+)?:?")


def line_of(node: nodes.Node) -> int | None:
    """Return the line number of a node or of its nearest ancestor that has one."""
    at: nodes.Node | None = node
    while at is not None:
        if at.line is not None:
            return at.line
        at = at.parent
    return None


def place_of(env: BuildEnvironment, node: nodes.Node) -> str:
    """Return ``file:line`` of a node of the page being read."""
    line = line_of(node)
    file = env.doc2path(env.docname, base=False)
    return f"{file}:{line}" if line else str(file)


def shown_place(course: Course, location: str) -> str:
    """Convert a location of Sphinx for messages: relative to the course, with the line if known.

    Parameters
    ----------
    course
        The course.
    location
        A path with or without ``:line``.
    """
    found = _PLACE.fullmatch(location)
    assert found is not None
    file, line = found["file"], found["line"] or ""
    return f"{course.shown(Path(file)).as_posix()}{line}" if file else ""
