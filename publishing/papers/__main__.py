"""Command line: ``python -m publishing papers --seed 7``."""

from __future__ import annotations

import shlex
import sys
from functools import partial
from pathlib import Path
from typing import Final

from course import Course
from course.arguments import add_course
from course.commands import ended
from exercises import load_bank
from exercises.sheet import NoPrintedFormError
from publishing.command_line import Parser
from publishing.errors import CourseError
from publishing.papers.order import add_order, order_of, ordered_paper
from publishing.papers.printing import print_papers

FOLDER: Final = "papers"

#: Options about locations, which are not needed to reproduce a paper.
_PLACES: Final = ("folder", "course")


def main(argv: list[str]) -> int:
    """Make the papers.

    Parameters
    ----------
    argv
        The options.

    Returns
    -------
    int
        Exit status: 0 on success, 1 after an error message.
    """
    return ended(partial(_made, argv), "试卷没有生成", CourseError, NoPrintedFormError)


def _made(argv: list[str]) -> list[Path]:
    """Make the papers that the options describe; return their files."""
    arguments = _parser().parse_all(argv)
    order = order_of(arguments)
    course = Course.at(arguments.course)
    bank = load_bank(course)
    ordering = [part for part in vars(arguments) if part not in _PLACES and vars(arguments)[part]]
    options = [text for part in ordering for text in (f"--{part}", vars(arguments)[part])]
    command = shlex.join([".venv/bin/python", "-m", "exercises", "papers", *options])
    folder = arguments.folder or course.from_here(course.built / FOLDER)
    seed = _seed(arguments.seed)
    papers = [ordered_paper(order, course, bank, seed, form) for form in "AB"]
    return print_papers(papers, course, folder, command, _tell)


def _parser() -> Parser:
    parser = Parser(
        prog="python -m exercises papers",
        description="生成 A、B 两份平行试卷（题目相同，题序和选项次序不同）、答题卡和评分标准，"
        "各有 PDF 和 Word 两种",
    )
    parser.add_argument(
        "--seed", metavar="种子", default="", help="种子：任意数字或文字；同一种子总是同一份试卷"
    )
    parser.add_argument(
        "--blueprint",
        metavar="蓝图",
        default="",
        help="命题蓝图（exercises/blueprints 里的），默认 final",
    )
    add_order(parser)
    parser.add_argument(
        "--folder", metavar="文件夹", type=Path, help=f"输出文件夹，默认课程的 _build/{FOLDER}"
    )
    add_course(parser)
    return parser


def _tell(file: str) -> None:
    print(f"生成 {file}", file=sys.stderr)


def _seed(given: str) -> str:
    if not given.strip():
        raise CourseError("没有种子；请写 --seed，如 --seed 7（make papers SEED=7）")
    return given


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
