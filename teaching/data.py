"""The folder of a course's teaching data, and how its files are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar, Final, TypeVar

from pydantic import BaseModel

from course import Course, Fault, FaultyError
from course.checked import Checked, check, read_raw
from course.located import field_of, line_of
from course.naming import misnamed_files
from speech import load_speech

#: Where the data lie in a course's folder.
FOLDER: Final = Path("book/teaching")

Model = TypeVar("Model", bound=BaseModel)
#: Finds what only the whole course shows: the path to what is wrong, and what is wrong with it.
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
        What it holds.
    review
        Holds it to the rest of the course.
    faults
        What is wrong is added here.

    Returns
    -------
    Checked or None
        What it holds; None if there was a fault.
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
        The course; it may have no such folder.
    name
        The folder.
    schema, review, faults
        As of :func:`read_file`.

    Returns
    -------
    dict of str to Model
        What the sound files hold, by their names without suffix, in the order of the names.
    """
    folder = course.root / FOLDER / name
    faults.extend(misnamed_files(course, folder))
    read = {
        file.stem: read_file(course, file, schema, review, faults)
        for file in sorted(folder.glob("*.yml"))
    }
    return {stem: checked.value for stem, checked in read.items() if checked is not None}
