"""Where a course's files are, and what its ``course.yml`` says of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Final, Self, TypeVar
from weakref import WeakKeyDictionary

from course.settings import Settings, read_settings

#: The file that makes a folder a course.
FILE: Final = "course.yml"

T = TypeVar("T")


class NoCourseError(ValueError):
    """A folder does not exist, or is no course and lies in none.

    Parameters
    ----------
    folder
        Where a course was looked for.
    """

    def __init__(self, folder: Path) -> None:
        problem = (
            f"{folder} 和它的上级文件夹里都没有 {FILE}"
            if folder.is_dir()
            else f"没有文件夹 {folder}"
        )
        super().__init__(f"{problem}；请到课程的文件夹里运行，或用 --course 写明课程在哪里")


class Course:
    """One course: its folder, the places of its files, its settings.

    Each value of :meth:`at` stands for the files as they are when they are first asked for;
    a build, a command or a test makes one and hands it on.

    Parameters
    ----------
    root
        The folder that holds ``course.yml``.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def __repr__(self) -> str:
        return f"Course({str(self.root)!r})"

    @classmethod
    def at(cls, folder: Path | str = ".") -> Self:
        """Find the course of a folder: its own, or the one in which it lies.

        Parameters
        ----------
        folder
            A course's folder, or a folder in it; by default the working folder.

        Raises
        ------
        NoCourseError
            If there is no such folder, or no ``course.yml`` in it or above it.
        """
        start = Path(folder).resolve()
        # A mistyped folder in a course is not that course.
        if not start.is_dir():
            raise NoCourseError(start)
        for place in (start, *start.parents):
            if (place / FILE).is_file():
                return cls(place)
        raise NoCourseError(start)

    @cached_property
    def settings(self) -> Settings:
        """What ``course.yml`` says.

        Raises
        ------
        SettingsError
            If it has faults; it holds all of them.
        """
        return read_settings(self.root / FILE, self.shown(self.root / FILE))

    @property
    def source(self) -> Path:
        """The file that holds the text."""
        return self.root / self.settings.source.file

    @property
    def bank(self) -> Path:
        """The folder of the items, one file a chapter."""
        return self.root / "exercises" / "bank"

    @property
    def blueprints(self) -> Path:
        """The folder of the papers' blueprints."""
        return self.root / "exercises" / "blueprints"

    @property
    def indexes(self) -> Path:
        """The folder of the indexes' entries; a course may have none."""
        return self.root / "book" / "indexes"

    @property
    def outline(self) -> Path:
        """The folder of the data of map, mirror and threads; a course may have none."""
        return self.root / "book" / "outline"

    @property
    def contents(self) -> Path:
        """The file of the table of contents."""
        return self.root / "_toc.yml"

    @property
    def built(self) -> Path:
        """The folder of all that is built."""
        return self.root / "_build"

    @property
    def site(self) -> Path:
        """The folder of the built pages."""
        return self.built / "html"

    def shown(self, file: Path) -> Path:
        """Give a file's path as messages name it: within the course's folder if it lies there."""
        return file.relative_to(self.root) if file.is_relative_to(self.root) else file

    def from_here(self, file: Path) -> Path:
        """Give a file's path as a shell in the working folder names it, if it lies there."""
        here = Path.cwd()
        return file.relative_to(here) if file.is_relative_to(here) else file


def once_a_course(load: Callable[[Course], T]) -> Callable[[Course], T]:
    """Make a loader read a course's files once for each :class:`Course` value.

    Parameters
    ----------
    load
        Reads something of a course.

    Returns
    -------
    callable
        The same, which gives the same object for the same value; what it keeps goes with it.
    """
    kept: WeakKeyDictionary[Course, T] = WeakKeyDictionary()

    def loaded(course: Course) -> T:
        if course not in kept:
            kept[course] = load(course)
        return kept[course]

    loaded.__doc__ = load.__doc__
    loaded.__name__ = load.__name__
    return loaded
