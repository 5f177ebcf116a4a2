"""Typst markup as text: the only place that knows how its syntax is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

#: Characters between which a line break in the source stands for no space.
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
        The literal. In a string nothing is markup, so nothing else needs care.
    """
    return f'"{text.translate(_ESCAPES)}"'


def words(text: str) -> str:
    """Give running text as markup.

    Parameters
    ----------
    text
        Running text; its line breaks are those of the source file.

    Returns
    -------
    str
        Markup that shows the text, whatever its characters, with a line break
        as a space, or as nothing beside a Chinese character.
    """
    joined = _LINE_BREAK.sub("", text).replace("\n", " ")
    # The semicolon ends the expression: a bracket may follow.
    return f"#{string(joined)};" if joined else ""


def array(values: Iterable[str]) -> str:
    """Give strings as a Typst array.

    Parameters
    ----------
    values
        The strings.

    Returns
    -------
    str
        The array's literal; the comma that ends it makes one value an array.
    """
    return "(" + "".join(f"{string(value)}, " for value in values) + ")"


def dictionary(values: Mapping[str, str]) -> str:
    """Give a Typst dictionary.

    Parameters
    ----------
    values
        By their keys, each as Typst writes it.

    Returns
    -------
    str
        The dictionary's literal, an entry a line.
    """
    return (
        "(:)"
        if not values
        else "(\n" + "".join(f"{string(key)}: {value},\n" for key, value in values.items()) + ")"
    )


def flag(value: object) -> str:
    """Give a truth value as Typst writes it.

    Parameters
    ----------
    value
        Anything that is true or false.

    Returns
    -------
    str
        ``true`` or ``false``.
    """
    return "true" if value else "false"
