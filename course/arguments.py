"""Command lines in Chinese: what argparse itself says is in English, whatever the locale."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, NoReturn

#: What argparse has against a command, and the words; ``{0}`` and ``{1}`` are what it tells.
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
    """A parser that speaks Chinese.

    Parameters
    ----------
    **options
        As of :class:`argparse.ArgumentParser`.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": _Chinese, "add_help": False, **options})
        self._positionals.title = "要做的事"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        """Stop at what argparse found."""
        self.exit(2, f"命令写得不对：{in_words(message)}；用法见 {self.prog} --help\n")


def add_course(parser: argparse.ArgumentParser) -> None:
    """Let a command name the course's folder; by default it is the working folder."""
    parser.add_argument(
        "--course", metavar="文件夹", type=Path, default=Path(), help="课程的文件夹，默认当前文件夹"
    )


def listed(given: str) -> tuple[str, ...]:
    """Give the parts of an option that lists several, with commas of either width."""
    return tuple(part.strip() for part in given.replace("，", ",").split(",") if part.strip())


def in_words(message: str) -> str:
    """Put what argparse says into Chinese.

    Parameters
    ----------
    message
        Its message.

    Returns
    -------
    str
        What is wrong with the command.
    """
    for pattern, words in _PROBLEMS:
        if found := pattern.search(message):
            return words.format(*(group.replace("'", "") for group in found.groups()))
    return "可能漏了选项的值"
