"""Command line: ``python -m publishing html|handout`` builds with Jupyter Book; ``book`` both.

``preview`` rebuilds the pages whenever a source is saved.

A build is ``jupyter-book build`` with this project's flags (warnings and broken links are errors).
Where Jupyter Book would end with a Python traceback, this prints the one error that the author has
to fix.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import json
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Final

import click
from jupyter_book.cli.main import main as jupyter_book

from course import Course
from course.arguments import Parser, add_course
from course.commands import ended
from course.settings import settings_schema
from publishing.build.beforehand import check_what_jupyter_book_reads
from publishing.build.book import build_book
from publishing.build.preview import preview
from publishing.build.processes import import_ahead
from publishing.build.stopping import explain, saying_it_once
from publishing.errors import CourseError
from publishing.handout import prepare
from publishing.handout.editions import ONLY, part_of, printing
from publishing.html.sharing import MANIFEST
from publishing.site.finish import finish_site

_BUILDERS: Final = {
    "html": [],
    "handout": ["--builder", "custom", "--custom-builder", "handout"],
}
_HANDOUT: Final = "handout/handout.pdf"


def main(argv: list[str]) -> int:
    """Build the course.

    Parameters
    ----------
    argv
        Arguments without the program's name.

    Returns
    -------
    int
        Exit status; nonzero if anything was wrong.
    """
    parser = Parser(
        prog="python -m publishing",
        description="生成课程；另有 new（用一篇文本建一门课程）、papers（生成试卷）、"
        "zip（把网页打成一个包），用法见 new --help、papers --help、zip --help",
    )
    parser.add_argument(
        "task",
        metavar="任务",
        choices=["book", *_BUILDERS, "preview", "schema"],
        help="book 网页和讲义；html 网页；handout 讲义；preview 边改边看网页；"
        "schema 输出 course.yml 的 JSON Schema",
    )
    add_course(parser)
    parser.add_argument("--port", type=int, default=8000, metavar="端口", help="preview 的端口")
    parser.add_argument(
        "--chapters", metavar="章", help="handout 只印几章（编号之间用逗号隔开），另成一个文件"
    )
    parser.add_argument(
        "--only",
        choices=[name for name in ONLY if name],
        metavar="内容",
        help="handout 只印练习（exercises），或只印原文和本书所加的内容（text）",
    )
    parser.add_argument(
        "--teacher", action="store_true", help="handout 只印几章、只印练习时，书末附参考答案"
    )
    parser.add_argument("--quiet", action="store_true", help="只显示警告和错误")
    arguments = parser.parse_args(argv)
    if arguments.task != "handout" and (arguments.chapters or arguments.only or arguments.teacher):
        parser.error("--chapters、--only、--teacher 只用于 handout")
    if arguments.task == "book":
        return _build_all(arguments.course, quiet=arguments.quiet)
    return _ended(partial(_made, arguments), arguments.course)


def _made(arguments: argparse.Namespace) -> list[object]:
    """Run the task; return the lines to print at the end."""
    if arguments.task == "schema":
        return [json.dumps(settings_schema(), ensure_ascii=False, indent=2)]
    course = Course.at(arguments.course)
    if arguments.task == "preview":
        build = partial(main, ["html", "--quiet", "--course", str(course.root)])
        with contextlib.suppress(KeyboardInterrupt):
            preview(course, arguments.port, build)
    else:
        part = part_of(arguments.chapters, arguments.only, teacher=arguments.teacher)
        with printing(part):
            _build(course, arguments.task, quiet=arguments.quiet)
        _finish(course)
        if part is not None:
            return [course.from_here(course.built / "handout" / f"{part.file}.pdf")]
    return []


def _build_all(folder: Path, *, quiet: bool) -> int:
    """Build site and handout, each of which prints its own errors."""
    import_ahead()

    def build(builder: str) -> int:
        return _ended(lambda: _build(Course.at(folder), builder, quiet=quiet), folder)

    def build_handout() -> int:
        prepare()
        return build("handout")

    site, handout = build_book(partial(build, "html"), build_handout)
    if site:
        return handout
    return _ended(lambda: _finish(Course.at(folder)), folder) or handout


def _build(course: Course, builder: str, *, quiet: bool) -> list[object]:
    """Build with one builder, without finishing the site."""
    check_what_jupyter_book_reads(course)
    # A process runs one build only; garbage collection over the doctrees takes a sixth of its time.
    gc.disable()
    command = ["build", str(course.root), "-W", "-n", "--keep-going", *_BUILDERS[builder]]
    # Jupyter Book prints its closing message to standard output, errors to standard error.
    farewell = contextlib.redirect_stdout(io.StringIO()) if quiet else contextlib.nullcontext()
    with farewell, saying_it_once():
        jupyter_book([*command, "-q"] if quiet else command, standalone_mode=False)
    return []


def _finish(course: Course) -> list[object]:
    if (course.site / MANIFEST).exists():
        finish_site(course.site, course.built / _HANDOUT, course.settings)
    return []


def _ended(make: Callable[[], Iterable[object]], folder: Path) -> int:
    """Run a task with the error handling of all commands; translate Jupyter Book's errors.

    Parameters
    ----------
    make
        Returns the lines to print at the end.
    folder
        The course's folder, to which paths in messages are relative.
    """

    def explained() -> Iterable[object]:
        try:
            return make()
        except RuntimeError as error:
            message = explain(error.__cause__ or error, Course.at(folder))
            raise CourseError(message) from error
        except click.ClickException as error:
            raise CourseError(error.format_message()) from error

    return ended(explained, "\n课程没有生成", CourseError)
