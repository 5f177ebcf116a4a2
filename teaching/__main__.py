"""Command line: ``python -m teaching`` makes the trainer's box."""

from __future__ import annotations

import shutil
import sys
from argparse import Namespace
from functools import partial
from pathlib import Path
from typing import Final

from course import Course
from course.archives import packed
from course.arguments import Parser, add_course
from course.commands import ended
from publishing.errors import CourseError
from speech import SourceError
from teaching.box import products
from teaching.index_page import index_page
from teaching.material import load_material
from teaching.pictures import Picture, pictures
from teaching.products import Product

FOLDER: Final = "teacher"
#: Returns to the start of a terminal's line and clears it.
_CLEARED: Final = "\r\x1b[K" if sys.stderr.isatty() else ""


def main(argv: list[str] | None = None) -> int:
    """Make the box.

    Parameters
    ----------
    argv
        Arguments without the program's name; by default those of the process.

    Returns
    -------
    int
        Exit status: 0, or 1 after an error message; then nothing was written.
    """
    arguments = _parser().parse_args(argv)
    return ended(partial(_run, arguments), "教学资料没有生成", CourseError, SourceError)


def _run(arguments: Namespace) -> list[Path]:
    """Make what is requested, and return the files to look at."""
    course = Course.at(arguments.course)
    made = _made(course, quiet=arguments.quiet)
    drawn = pictures(made)
    if arguments.pictures:
        return _write_pictures(drawn, arguments.pictures)
    folder = arguments.out or course.from_here(course.built / FOLDER)
    _write(course, made, drawn, folder)
    return [folder / "index.html"]


def _made(course: Course, *, quiet: bool) -> list[Product]:
    """Make all products before any is written."""
    material = load_material(course)
    made: list[Product] = []
    for product in products(material):
        made.append(product)
        if not quiet:
            _tell(made)
    if not quiet:
        print(f"{_CLEARED}共 {len(made)} 样；写进文件夹，打包……", file=sys.stderr)
    if not quiet and not (course.built / "handout").exists():
        print("还没有讲义：先运行 make book，教案里才写得出讲义的页码。", file=sys.stderr)
    return made


def _tell(made: list[Product]) -> None:
    """Show progress: each product on a terminal, only each group elsewhere."""
    last = made[-1]
    if sys.stderr.isatty():
        print(
            f"{_CLEARED}{last.group}　第 {len(made)} 样：{last.title}",
            end="",
            file=sys.stderr,
            flush=True,
        )
    elif last.group not in {product.group for product in made[:-1]}:
        print(f"{last.group}……", file=sys.stderr)


def _write_pictures(drawn: list[Picture], folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    files = {folder / f"{picture.name}.png": picture.png for picture in drawn}
    for file, png in files.items():
        file.write_bytes(png)
    return list(files)


def _write(course: Course, made: list[Product], drawn: list[Picture], folder: Path) -> None:
    """Replace the box, so that no file of an earlier one remains, and pack it into a zip file."""
    settings = course.settings
    if folder.exists() and any(folder.iterdir()) and not (folder / "index.html").exists():
        raise CourseError(f"{folder} 里有别的文件；请用 --out 写一个空的文件夹")
    # Absolute, because ``.`` has no name.
    place = folder.absolute()
    archive = place.with_name(f"{place.name}.zip")
    shutil.rmtree(folder, ignore_errors=True)
    page = index_page(settings.title, settings.version, made, drawn, archive.name)
    files = {"index.html": page.encode()}
    for product in made:
        files |= product.files
    files |= {picture.file: picture.png for picture in drawn}
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    archive.write_bytes(packed({f"{FOLDER}/{name}": file for name, file in files.items()}))


def _parser() -> Parser:
    parser = Parser(
        prog="python -m teaching",
        description="生成教学资料：教案、备课说明、课件、任务单、工作单、表、考核方案、试卷，"
        "放进一个文件夹，并打成一个包",
    )
    parser.add_argument(
        "--out", metavar="文件夹", type=Path, help=f"输出文件夹，默认课程的 _build/{FOLDER}"
    )
    parser.add_argument(
        "--pictures", metavar="文件夹", type=Path, help="只把各样东西的小图写到这个文件夹"
    )
    parser.add_argument("--quiet", action="store_true", help="不显示进度")
    add_course(parser)
    return parser


if __name__ == "__main__":
    sys.exit(main())
