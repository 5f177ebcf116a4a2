"""What the commands of this package have in common."""

from __future__ import annotations

from typing import NoReturn

from course import arguments
from course.arguments import in_words
from publishing.errors import CourseError


class Parser(arguments.Parser):
    """A parser whose errors stop as all others do."""

    def error(self, message: str) -> NoReturn:
        """Stop at what argparse found."""
        raise CourseError(f"命令的选项写得不对，{in_words(message)}；用法见 --help")
