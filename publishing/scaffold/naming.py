"""Names of a new course, with defaults for what the author did not give."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from course.settings import Source
from exercises.quoting import titled
from publishing.errors import CourseError

_ID: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST_SHORT: Final = 8
_WHOLE: Final = re.compile(r"^《([^《》]*)》$")
_EDITOR: Final = "课程编写组"


@dataclass(frozen=True)
class Told:
    """What the author gave as options; empty if not given.

    Parameters
    ----------
    id, title, short_title, author
        As in ``course.yml``.
    text_title, text_author, called
        As ``title``, ``publisher`` and ``called`` of its ``source``.
    """

    id: str = ""
    title: str = ""
    short_title: str = ""
    author: str = ""
    text_title: str = ""
    text_author: str = ""
    called: str = ""


@dataclass(frozen=True)
class Names:
    """The names of a course, as in ``course.yml``; `named` is its text's title in 《》."""

    id: str
    title: str
    short_title: str
    author: str
    named: str


def name(told: Told, source: Source, folder: Path) -> Names:
    """Choose the names of a course.

    Parameters
    ----------
    told
        What the author gave as options.
    source
        Its text.
    folder
        Its folder, whose name is used as id if it is a valid one.

    Returns
    -------
    Names
        The names.

    Raises
    ------
    CourseError
        If the id given by the author is invalid.
    """
    if told.id and not _ID.fullmatch(told.id):
        raise CourseError(
            f"--id 是“{told.id}”；请用小写字母、数字和 -，以字母开头，如 course 或 my-course"
        )
    slug = "-".join(re.findall(r"[a-z0-9]+", folder.resolve().name.lower()))
    named = titled(source.title)
    return Names(
        id=told.id or (slug if _ID.fullmatch(slug) else f"course-{source.sha256[:8]}"),
        title=told.title or f"{named}研读课程",
        short_title=told.short_title or _short(told.title or named),
        author=told.author or _EDITOR,
        named=named,
    )


def _short(title: str) -> str:
    words = _WHOLE.sub(r"\1", title)
    return words if len(words) <= _LONGEST_SHORT else f"{words[: _LONGEST_SHORT - 1]}…"


__all__ = ["Names", "Told", "name"]
