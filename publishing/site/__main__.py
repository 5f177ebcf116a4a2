"""Command line: ``python -m publishing zip``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from course import Course
from course.arguments import add_course
from course.commands import ended
from publishing.command_line import Parser
from publishing.errors import CourseError
from publishing.site.archive import write_archive

_ARCHIVE: Final = "course.zip"


def main(argv: list[str]) -> int:
    """Pack the built site in one file.

    Parameters
    ----------
    argv
        The options.

    Returns
    -------
    int
        Exit status: 0 on success, 1 after an error message.
    """
    return ended(partial(_made, argv), "网页没有打包", CourseError)


def _made(argv: list[str]) -> list[Path]:
    """Write the archive; return its path to print."""
    parser = Parser(prog="python -m publishing zip", description="把网页打成一个包")
    add_course(parser)
    course = Course.at(parser.parse_all(argv).course)
    archive = course.built / _ARCHIVE
    write_archive(course.site, archive)
    return [course.from_here(archive)]
