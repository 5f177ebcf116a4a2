"""Make a course, completely or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from course import Course
from publishing.errors import CourseError
from publishing.scaffold.chapters import Chapter, divide
from publishing.scaffold.checking import check_options, check_sound
from publishing.scaffold.items import make_items
from publishing.scaffold.layout import Layout, lay_out
from publishing.scaffold.naming import Names, Told, name
from publishing.scaffold.rendering import render
from publishing.scaffold.text_file import read_text

#: Default name for the text, which fits most texts.
_CALLED: Final = "文章"


@dataclass(frozen=True)
class NewCourse:
    """A course that was made.

    Parameters
    ----------
    names
        Its names.
    layout
        Its text, with notices for the author.
    chapters
        Its chapters.
    """

    names: Names
    layout: Layout
    chapters: tuple[Chapter, ...]


def make_course(folder: Path, text_file: Path, told: Told) -> NewCourse:
    """Make a course from a text.

    Parameters
    ----------
    folder
        The course's folder, which must be empty or not exist.
    text_file
        The text.
    told
        What the author gave as options.

    Returns
    -------
    NewCourse
        What was made.

    Raises
    ------
    CourseError
        If the folder is not empty, or the text or an option is unsuitable; then nothing is written.
    """
    _check_free(folder)
    stored, text = read_text(text_file)
    layout = lay_out(
        text,
        text_file,
        sha256=hashlib.sha256(stored).hexdigest(),
        told={
            "title": told.text_title,
            "publisher": told.text_author,
            "called": told.called or _CALLED,
        },
    )
    check_options(told, layout.speech)
    names = name(told, layout.source, folder)
    chapters = divide(layout)
    files = render(names, layout, chapters, make_items(chapters), str(folder))
    contents = {path: written.encode() for path, written in files.items()}
    _write(folder, contents | {layout.source.file: stored})
    return NewCourse(names, layout, chapters)


def _check_free(folder: Path) -> None:
    if folder.is_dir():
        if any(folder.iterdir()):
            raise CourseError(
                "文件夹已经有了，里面还有文件；请换一个名称，或先把它移走",
                str(folder),
            )
    elif folder.exists():
        raise CourseError("已经有一个同名的文件；请换一个名称", str(folder))
    elif not folder.resolve().parent.is_dir():
        raise CourseError(
            f"上一级文件夹 {folder.resolve().parent} 不存在；请先建好它，或换一个位置", str(folder)
        )


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write to a temporary folder, check the course, and only then rename the folder."""
    target = folder.resolve()
    beside = target.parent / f".{target.name}.{os.getpid()}"
    try:
        _fill(beside, files)
        check_sound(Course(beside))
        if target.is_dir():
            target.rmdir()
        beside.rename(target)
    except OSError as error:
        raise CourseError(
            f"写不进去（{error.strerror}）；请检查上一级文件夹的权限和磁盘空间", str(folder)
        ) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _fill(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir()
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
