"""Read and check the table of contents, with messages for trainers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from course.checked import check, read_raw
from course.closest import closest
from course.course import Course
from course.faults import Fault, FaultyError
from course.located import LocatedMap, field_of, line_of

_SUFFIX: Final = ".md"
_Path = tuple[int | str, ...]
_PARTS: Final = ("parts", "chapters", "sections")


class ContentsError(FaultyError):
    """The table of contents cannot be used."""

    subject: ClassVar[str] = "目录"


class _Entries(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str | None = None
    options: dict[str, Any] = {}


class _Page(_Entries):
    file: str = ""
    url: str = ""
    sections: tuple[_Page, ...] = ()

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if not (self.file or self.url):
            raise ValueError("没有写是哪一页；请写 file: book/页名，不要这一页就删去这一项")
        return self


class _Part(_Entries):
    caption: str | None = None
    chapters: tuple[_Page, ...] = Field(min_length=1)
    numbered: bool | int = False
    maxdepth: int = -1
    hidden: bool = True
    titlesonly: bool = True


class _Contents(_Entries):
    """The schema of Jupyter Book's ``_toc.yml``."""

    format: Literal["jb-book"]
    root: str
    parts: tuple[_Part, ...] = ()
    chapters: tuple[_Page, ...] = ()
    defaults: dict[str, Any] = {}
    meta: dict[str, Any] = {}


def read_contents(course: Course) -> list[Path]:
    """Read and check a course's table of contents.

    Parameters
    ----------
    course
        The course.

    Returns
    -------
    list of Path
        The pages' files, in the order of the contents.

    Raises
    ------
    ContentsError
        If the file cannot be read, lists a missing page or a page twice, or omits a page.
    """
    shown = course.shown(course.contents)
    faults: list[Fault] = []
    raw = read_raw(course.contents, shown, faults)
    if not faults:
        check(raw, _Contents, faults, shown=shown)
    if faults:
        raise ContentsError(faults)
    places = list(_places(raw))
    files = {_file(course, name): path for name, path in places}
    faults = [
        Fault(shown, line_of(raw, *path), "", field_of(path), message)
        for number, (name, path) in enumerate(places)
        if (message := _problem(course, name, [earlier for earlier, _ in places[:number]]))
    ]
    if not faults:
        faults = list(_forgotten(course, set(files)))
    if faults:
        raise ContentsError(faults)
    return list(files)


def page_names(course: Course) -> list[str]:
    """Return the document names of a course's pages, in the order of the contents.

    Raises
    ------
    ContentsError
        As :func:`read_contents`.
    """
    return [course.shown(file).with_suffix("").as_posix() for file in read_contents(course)]


def _file(course: Course, name: str) -> Path:
    return course.root / f"{name.removesuffix(_SUFFIX)}{_SUFFIX}"


def _places(part: Any, path: _Path = ()) -> Iterator[tuple[str, _Path]]:
    """Yield each page named in a part of the contents, with its path in the data."""
    if isinstance(part, list):
        for place, entry in enumerate(part):
            yield from _places(entry, (*path, place))
    elif isinstance(part, LocatedMap):
        for key in ("root", "file"):
            if key in part:
                yield str(part[key]), (*path, key)
        for key in _PARTS:
            yield from _places(part.get(key), (*path, key))


def _problem(course: Course, name: str, earlier: list[str]) -> str:
    if name in earlier:
        return f"{name} 写了两次；请删去一处"
    if _file(course, name).is_file():
        return ""
    pages = [
        course.shown(file).with_suffix("").as_posix()
        for file in sorted((course.root / "book").glob(f"*{_SUFFIX}"))
    ]
    return f"没有 {name}{_SUFFIX} 这个文件{closest(name, pages)}"


def _forgotten(course: Course, files: set[Path]) -> Iterator[Fault]:
    for file in sorted((course.root / "book").glob(f"*{_SUFFIX}")):
        if file not in files:
            name = course.shown(file).with_suffix("").as_posix()
            message = (
                f"目录 {course.shown(course.contents)} 里没有这一页；"
                f"请在相应的部分加一行“- file: {name}”，不用的页请移到别处"
            )
            yield Fault(course.shown(file), 1, "", "", message)
