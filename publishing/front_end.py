"""Read files of the built front end, which ``make web`` writes."""

from __future__ import annotations

from pathlib import Path

from publishing.errors import CourseError


def built(file: Path) -> bytes:
    """Read a file that ``make web`` wrote.

    Parameters
    ----------
    file
        A script or style sheet in a folder ``dist``.

    Raises
    ------
    CourseError
        If the front end has not been built.
    """
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise CourseError("缺少网页的脚本；请先运行 make web（make book 会自动运行）") from error
