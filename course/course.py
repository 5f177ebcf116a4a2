"""The location of a course's files, and its settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Final, Self, TypeVar
from weakref import WeakKeyDictionary

from course.checked import Checked
from course.faults import Fault
from course.located import field_of, line_of
from course.settings import Settings, read_settings

#: A folder with this file is a course.
FILE: Final = "course.yml"

T = TypeVar("T")


class NoCourseError(ValueError):
    """A folder does not exist, or is neither a course nor inside one.

    Parameters
    ----------
    folder
        The folder where the search began.
    """

    def __init__(self, folder: Path) -> None:
        problem = (
            f"{folder} 和它的上级文件夹里都没有 {FILE}"
            if folder.is_dir()
            else f"没有文件夹 {folder}"
        )
        super().__init__(f"{problem}；请到课程的文件夹里运行，或用 --course 写明课程在哪里")


class Course:
    """One course: its folder, the paths of its files, its settings.

    Files are read once per instance, when first needed. A build, a command or a test makes one
    instance and passes it on.

    Parameters
    ----------
    root
        The folder that contains ``course.yml``.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def __repr__(self) -> str:
        return f"Course({str(self.root)!r})"

    @classmethod
    def at(cls, folder: Path | str = ".") -> Self:
        """Find the course that a folder is, or is inside of.

        Parameters
        ----------
        folder
            A course's folder or one of its subfolders; by default the working folder.

        Raises
        ------
        NoCourseError
            If the folder does not exist, or neither it nor a parent has a ``course.yml``.
        """
        start = Path(folder).resolve()
        # resolve() accepts a mistyped folder, whose parents may well be a course.
        if not start.is_dir():
            raise NoCourseError(start)
        for place in (start, *start.parents):
            if (place / FILE).is_file():
                return cls(place)
        raise NoCourseError(start)

    @cached_property
    def settings(self) -> Settings:
        """The content of ``course.yml``.

        Raises
        ------
        SettingsError
            If it has faults; the error lists all of them.
        """
        return self._read_settings.value

    @cached_property
    def _read_settings(self) -> Checked[Settings]:
        return read_settings(self.root / FILE, self.shown(self.root / FILE))

    def setting_fault(self, message: str, *path: int | str) -> Fault:
        """Return a fault of a setting that is valid in itself, but not for the course's files.

        Parameters
        ----------
        message
            What is wrong and how to fix it.
        path
            Path of the setting in ``course.yml``, with indices from 0.
        """
        line = line_of(self._read_settings.raw, *path)
        return Fault(self.shown(self.root / FILE), line, "", field_of(path), message)

    @property
    def source(self) -> Path:
        """The file with the course's text."""
        return self.root / self.settings.source.file

    @property
    def bank(self) -> Path:
        """The folder of the item bank, one file per chapter."""
        return self.root / "exercises" / "bank"

    @property
    def blueprints(self) -> Path:
        """The folder of the blueprints for test papers."""
        return self.root / "exercises" / "blueprints"

    @property
    def indexes(self) -> Path:
        """The folder of the data of the indexes; optional."""
        return self.root / "book" / "indexes"

    @property
    def outline(self) -> Path:
        """The folder of the data of map, mirror, threads and the like; optional."""
        return self.root / "book" / "outline"

    @property
    def contents(self) -> Path:
        """The table of contents."""
        return self.root / "_toc.yml"

    @property
    def built(self) -> Path:
        """The folder of all build output."""
        return self.root / "_build"

    @property
    def site(self) -> Path:
        """The folder of the built site."""
        return self.built / "html"

    def shown(self, file: Path) -> Path:
        """Return a file's path for messages: relative to the course's folder if it is inside."""
        return file.relative_to(self.root) if file.is_relative_to(self.root) else file

    def from_here(self, file: Path) -> Path:
        """Return a file's path relative to the working folder if it is inside."""
        here = Path.cwd()
        return file.relative_to(here) if file.is_relative_to(here) else file


def once_a_course(load: Callable[[Course], T]) -> Callable[[Course], T]:
    """Cache a loader's result for each :class:`Course` instance.

    Parameters
    ----------
    load
        Loads something from a course's files.

    Returns
    -------
    callable
        The cached loader. A result is dropped together with its course.
    """
    kept: WeakKeyDictionary[Course, T] = WeakKeyDictionary()

    def loaded(course: Course) -> T:
        if course not in kept:
            kept[course] = load(course)
        return kept[course]

    loaded.__doc__ = load.__doc__
    loaded.__name__ = load.__name__
    return loaded
