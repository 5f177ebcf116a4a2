"""Command-line parsing with Chinese messages; argparse has only English ones."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, NoReturn

#: Error messages of argparse and their Chinese equivalents; ``{0}``… are the groups.
_PROBLEMS: Final = (
    (re.compile(r"unrecognized arguments: (.+)"), "没有选项 {0}"),
    (re.compile(r"the following arguments are required: (.+)"), "缺少 {0}"),
    (
        re.compile(r"argument (.+?): invalid choice: '(.*?)' \(choose from (.+)\)"),
        "{0} 不能是“{1}”；可写：{2}",
    ),
    (re.compile(r"argument (.+?): invalid int value: '(.*?)'"), "{0} 是“{1}”；请写一个整数"),
    (re.compile(r"argument (.+?): expected .*argument"), "{0} 后面要写一个值"),
    (re.compile(r"argument (.+?): ignored explicit argument"), "{0} 后面不写值"),
    (re.compile(r"ambiguous option: (.+?) could match (.+)"), "{0} 不完整；可写：{1}"),
)


class _Chinese(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser whose usage, help and errors are in Chinese.

    Parameters
    ----------
    **options
        Passed on to :class:`argparse.ArgumentParser`.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": _Chinese, "add_help": False, **options})
        self._positionals.title = "要做的事"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        """Exit with status 2 and a translation of argparse's message."""
        self.exit(2, f"命令写得不对：{in_words(message)}；用法见 {self.prog} --help\n")


def add_course(parser: argparse.ArgumentParser) -> None:
    """Add the option ``--course``, the course's folder; it defaults to the working folder."""
    parser.add_argument(
        "--course", metavar="文件夹", type=Path, default=Path(), help="课程的文件夹，默认当前文件夹"
    )


def listed(given: str) -> tuple[str, ...]:
    """Split the value of an option at commas, ASCII or full-width."""
    return tuple(part.strip() for part in given.replace("，", ",").split(",") if part.strip())


def in_words(message: str) -> str:
    """Translate an error message of argparse into Chinese.

    Parameters
    ----------
    message
        Message of argparse.

    Returns
    -------
    str
        Description of the problem, in Chinese.
    """
    for pattern, words in _PROBLEMS:
        if found := pattern.search(message):
            return words.format(*(group.replace("'", "") for group in found.groups()))
    return "可能漏了选项的值"
