"""Command line: ``python -m publishing new FOLDER --text FILE``."""

from __future__ import annotations

import re
import sys
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Final

from course.commands import ended
from publishing.command_line import Parser
from publishing.errors import CourseError
from publishing.scaffold.making import NewCourse, make_course
from publishing.scaffold.naming import Told

_SPACES: Final = re.compile(r"[^\S\u3000]+")


def main(argv: list[str]) -> int:
    """Make a course from a text.

    Parameters
    ----------
    argv
        The options.

    Returns
    -------
    int
        Exit status: 0 on success, 1 after an error message.
    """
    return ended(partial(_made, argv), "课程没有建成", CourseError)


def _made(argv: list[str]) -> list[str]:
    """Make the course; return the report to print."""
    arguments = _parser().parse_all(argv)
    given = Told(**{each.name: _line(getattr(arguments, each.name)) for each in fields(Told)})
    return [report(make_course(arguments.folder, arguments.text, given), arguments.folder)]


def _line(text: str) -> str:
    """Return an option as one line with plain spaces; full-width spaces are kept."""
    return _SPACES.sub(" ", text).strip()


def report(made: NewCourse, folder: Path) -> str:
    """Summarise what was made, what to check, and what to do next.

    Parameters
    ----------
    made
        The course.
    folder
        Its folder, as given by the author.

    Returns
    -------
    str
        Several lines, in Chinese.
    """
    speech = made.layout.speech
    length = sum(len(paragraph.text) for paragraph in speech.paragraphs)
    by = f"　作者：{speech.publisher}" if speech.publisher else ""
    lines = [
        f"课程已建成：{folder}",
        f"题目：{speech.title}{by}",
        f"正文 {len(speech.paragraphs)} 段，{len(speech.sentences)} 句，{length} 字",
        f"分为 {len(made.chapters)} 章：",
        *(f"  {chapter.title}" for chapter in made.chapters),
    ]
    if made.layout.notices:
        lines += ["请看一看：", *(f"  - {notice}" for notice in made.layout.notices)]
    return "\n".join([
        *lines,
        f"下一步：make book COURSE={folder}；然后照 {folder / 'README.md'} 改写题目。",
    ])


def _parser() -> Parser:
    parser = Parser(
        prog="python -m publishing new", description="用一篇文本建一门课程，建成就可以生成"
    )
    parser.add_argument(
        "folder", metavar="文件夹", type=Path, help="课程的文件夹，应当还没有，或是空的"
    )
    parser.add_argument(
        "--text", metavar="文件", type=Path, required=True, help="文本文件：纯文本，UTF-8 编码"
    )
    parser.add_argument(
        "--title", metavar="名称", default="", help="课程名称，默认 《题目》研读课程"
    )
    parser.add_argument(
        "--short-title", metavar="简称", default="", help="课程的简称，手机桌面上用"
    )
    parser.add_argument("--author", metavar="编者", default="", help="课程的编者，默认 课程编写组")
    parser.add_argument(
        "--id", metavar="编号", default="", help="课程编号：小写字母、数字和 -，默认用文件夹的名称"
    )
    parser.add_argument(
        "--text-title", metavar="题目", default="", help="文本的题目，默认是文件的第一行"
    )
    parser.add_argument("--text-author", metavar="作者", default="", help="文本的作者或发布者")
    parser.add_argument(
        "--called", metavar="称呼", default="", help="课程怎样称呼这篇文字，如 讲话；默认 文章"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
