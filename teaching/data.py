"""The folder of a course's teaching data, and reading its files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar, Final, TypeVar

from pydantic import BaseModel

from course import Course, Fault, FaultyError
from course.checked import Checked, check, read_raw
from course.ignored_names import misnamed_files
from course.located import field_of, line_of
from speech import load_speech

#: The folder of the teaching data, relative to the course's.
FOLDER: Final = Path("book/teaching")

Model = TypeVar("Model", bound=BaseModel)
#: Checks data against the rest of the course; yields the path and description of each fault.
Review = Callable[[Model], Iterator[tuple[tuple[int | str, ...], str]]]


class TeachingError(FaultyError):
    """Teaching data cannot be used."""

    subject: ClassVar[str] = "教案、备课说明等数据"


def read_file(
    course: Course, file: Path, schema: type[Model], review: Review[Model], faults: list[Fault]
) -> Checked[Model] | None:
    """Read and check one file.

    Parameters
    ----------
    course
        The course.
    file
        The file.
    schema
        The model of its data.
    review
        Checks the data against the rest of the course.
    faults
        Faults are added here.

    Returns
    -------
    Checked or None
        The data; None if there was a fault.
    """
    shown, before = course.shown(file), len(faults)
    raw = read_raw(file, shown, faults)
    if len(faults) > before:
        return None
    value = check(raw, schema, faults, shown=shown, context=load_speech(course))
    if value is None:
        return None
    faults.extend(
        Fault(shown, line_of(raw, *path), "", field_of(path), message)
        for path, message in review(value)
    )
    return Checked(value, raw) if len(faults) == before else None


def read_folder(
    course: Course, name: str, schema: type[Model], review: Review[Model], faults: list[Fault]
) -> dict[str, Model]:
    """Read all files of a folder of the teaching data.

    Parameters
    ----------
    course
        The course; the folder may be missing.
    name
        The folder's name.
    schema, review, faults
        As in :func:`read_file`.

    Returns
    -------
    dict of str to Model
        The data of the valid files by file name without suffix, sorted by name.
    """
    folder = course.root / FOLDER / name
    faults.extend(misnamed_files(course, folder))
    read = {
        file.stem: read_file(course, file, schema, review, faults)
        for file in sorted(folder.glob("*.yml"))
    }
    return {stem: checked.value for stem, checked in read.items() if checked is not None}
