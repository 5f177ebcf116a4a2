"""Command line: ``python -m exercises export gift|moodle|…|all``."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import Final

from course import Course
from course.arguments import Parser, add_course, listed
from course.commands import ended
from exercises import load_bank
from exercises.settings_checks import check_settings
from exporting.collecting import UnknownChapterError, collect
from exporting.losses import Loss, report
from exporting.model import Collection
from exporting.packages.packed_course import UnpackableError
from exporting.registry import formats
from exporting.version_times import VersionTooLargeError
from speech import SourceError

FOLDER: Final = "exports"
ALL: Final = "all"
_UNUSABLE: Final = (SourceError, UnknownChapterError, UnpackableError, VersionTooLargeError)


def main(argv: list[str] | None = None) -> int:
    """Write the files of one format, or of all.

    Parameters
    ----------
    argv
        Arguments without the program's name; by default those of the process.

    Returns
    -------
    int
        Exit status: 1 after an error message or, with ``--strict``, if anything is lost; else 0.
    """
    arguments = _parser().parse_args(argv)
    losses: list[Loss] = []
    stopped = ended(
        partial(_made, arguments, losses),
        "没有导出",
        *_UNUSABLE,
        mend="请用 --out 换一个文件夹",
    )
    if not stopped and losses and arguments.strict:
        print(f"有 {len(losses)} 处缺失，见上面的缺失清单（--strict）", file=sys.stderr)
        return 1
    return stopped


def _made(arguments: argparse.Namespace, losses: list[Loss]) -> list[Path]:
    """Write one format, or all, and append to the losses; nothing is written if any fails."""
    course = Course.at(arguments.course)
    bank = load_bank(course)
    check_settings(course, bank)
    collection = collect(course, bank, listed(arguments.chapters))
    folder = arguments.out or course.from_here(course.built / FOLDER)
    names = _all(collection) if arguments.format == ALL else [arguments.format]
    made = {name: formats()[name].write(collection) for name in names}
    losses += [loss for _, lost in made.values() for loss in lost]
    return [file for name in names for file in _written(name, *made[name], collection, folder)]


def _all(collection: Collection) -> list[str]:
    """Return the formats that can be written; print a note if the course is not built yet."""
    whole = [name for name, one in formats().items() if one.whole]
    packable = collection.whole is not None and collection.whole.is_built
    if collection.whole and not packable:
        named = "、".join(whole)
        print(f"还没有网页，没有导出整门课程的包（{named}）；请先运行 make book", file=sys.stderr)
    return [name for name in formats() if packable or name not in whole]


def _written(
    name: str, content: bytes, losses: list[Loss], collection: Collection, folder: Path
) -> list[Path]:
    """Write one format and the list of its losses."""
    chosen = formats()[name]
    items = sum(len(section.items) for section in collection.sections)
    file, beside = folder / chosen.file, folder / f"{name}-缺失.txt"
    folder.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    beside.write_text(report(chosen.title, losses, items), encoding="utf-8")
    return [file, beside]


def _parser() -> Parser:
    known = {name: one.title for name, one in formats().items()} | {ALL: "全部"}
    parser = Parser(
        prog="python -m exercises export",
        description="把题库导出为学习平台能导入的文件，旁边写明哪些题有什么没能导出",
    )
    parser.add_argument(
        "format",
        metavar="格式",
        choices=list(known),
        help="、".join([
            *(f"{name}（{one.title}）" for name, one in formats().items()),
            "all（全部）",
        ]),
    )
    parser.add_argument(
        "--chapters",
        metavar="章",
        default="",
        help="只导出这几章：章的编号（题库文件开头的 chapter），几章用逗号隔开",
    )
    parser.add_argument(
        "--out", metavar="文件夹", type=Path, help=f"输出文件夹，默认课程的 _build/{FOLDER}"
    )
    parser.add_argument("--strict", action="store_true", help="只要有缺失，就以状态 1 结束")
    add_course(parser)
    return parser


if __name__ == "__main__":
    sys.exit(main())
