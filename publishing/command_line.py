"""Argument parser shared by the commands of this package."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn

from course import arguments
from course.arguments import in_words
from publishing.errors import CourseError


class Parser(arguments.Parser):
    """A parser that reports errors by raising `CourseError`."""

    def parse_all(self, argv: Sequence[str]) -> argparse.Namespace:
        """Parse a command line.

        Raises
        ------
        CourseError
            If it is invalid or has an unknown option.
        """
        arguments, unknown = self.parse_known_args(argv)
        if unknown:
            raise CourseError(f"没有选项 {' '.join(unknown)}；用法见 --help")
        return arguments

    def error(self, message: str) -> NoReturn:
        """Raise a translation of argparse's message."""
        raise CourseError(f"命令的选项写得不对，{in_words(message)}；用法见 --help")
