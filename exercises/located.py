"""Places in YAML: the line and the field that a message names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ruamel.yaml.comments import CommentedBase
from ruamel.yaml.error import MarkedYAMLError


def line_of(node: Any, *path: int | str) -> int:
    """Find the line, from 1, of the deepest part of a path that exists.

    Parameters
    ----------
    node
        What ``YAML(typ="rt")`` read; anything else stands on line 1.
    path
        Keys and indices into it.
    """
    line = node.lc.line + 1 if isinstance(node, CommentedBase) else 1
    for part in path:
        if not isinstance(node, CommentedBase):
            break
        try:
            line = node.lc.data[part][0] + 1
            node = node[part]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            break
    return line


def line_of_error(error: MarkedYAMLError) -> int:
    """Give the line, from 1, at which YAML cannot be read."""
    return error.problem_mark.line + 1 if error.problem_mark else 1


def field_of(path: Sequence[int | str]) -> str:
    """Write a field's path as trainers count: ``options.2.feedback``."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
