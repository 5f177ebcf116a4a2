"""Generate Typst syntax: the only module that knows how to quote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

#: Characters next to which a line break in the source is not a space.
_WIDE: Final = "\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_LINE_BREAK: Final = re.compile(rf"(?<=[{_WIDE}])\s*\n\s*|\s*\n\s*(?=[{_WIDE}])")
_ESCAPES: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def string(text: str) -> str:
    """Quote a text as a Typst string.

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    str
        The literal. Markup has no meaning in strings, so nothing else needs escaping.
    """
    return f'"{text.translate(_ESCAPES)}"'


def words(text: str) -> str:
    """Convert running text to markup.

    Parameters
    ----------
    text
        Running text, possibly with line breaks from the source file.

    Returns
    -------
    str
        Markup that shows the text literally. A line break becomes a space, or nothing next to a
        Chinese character.
    """
    joined = _LINE_BREAK.sub("", text).replace("\n", " ")
    # The semicolon ends the expression, so that a following bracket is not part of it.
    return f"#{string(joined)};" if joined else ""


def array(values: Iterable[str]) -> str:
    """Write strings as a Typst array.

    Parameters
    ----------
    values
        The strings.

    Returns
    -------
    str
        The array literal; with the trailing comma, a single value is an array too.
    """
    return "(" + "".join(f"{string(value)}, " for value in values) + ")"


def dictionary(values: Mapping[str, str]) -> str:
    """Write a Typst dictionary.

    Parameters
    ----------
    values
        Values in Typst syntax, by key.

    Returns
    -------
    str
        The dictionary literal, one entry per line.
    """
    return (
        "(:)"
        if not values
        else "(\n" + "".join(f"{string(key)}: {value},\n" for key, value in values.items()) + ")"
    )


def flag(value: object) -> str:
    """Write a truth value in Typst.

    Parameters
    ----------
    value
        Any value, taken as true or false.

    Returns
    -------
    str
        ``true`` or ``false``.
    """
    return "true" if value else "false"
