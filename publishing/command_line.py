"""What the commands of this package have in common."""

from __future__ import annotations

import argparse
from typing import NoReturn

from publishing.errors import CourseError


class Parser(argparse.ArgumentParser):
    """A parser whose errors are in Chinese, as all that trainers read."""

    def error(self, message: str) -> NoReturn:
        """Stop at what argparse found, which it tells in English only."""
        raise CourseError("命令的选项写得不对，可能漏了选项的值；用法见 --help")
