"""Where a node stands in its source file, as error messages name it."""

from __future__ import annotations

from docutils import nodes
from sphinx.environment import BuildEnvironment


def line_of(node: nodes.Node) -> int | None:
    """Find the nearest line that the parser noted, if any."""
    at: nodes.Node | None = node
    while at is not None:
        if at.line is not None:
            return at.line
        at = at.parent
    return None


def place_of(env: BuildEnvironment, node: nodes.Node) -> str:
    """Give ``file:line`` of a node of the page that is being read."""
    return f"{env.doc2path(env.docname, base=False)}:{line_of(node) or '?'}"
