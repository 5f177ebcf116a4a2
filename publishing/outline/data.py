"""Read the YAML files of the course's outline folder (map, mirror, threads and more)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationInfo
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from course import Fault, FaultyError, read_checked
from course.checked import Checked
from course.located import field_of, line_of
from exercises.grounded import speech_in
from publishing.errors import CourseError
from publishing.sources import course_of
from speech import Sentence, load_speech


class OutlineError(FaultyError):
    """A file of the outline has faults."""

    subject = "地图、对照、线索等数据"


def _names_one(reference: Any, info: ValidationInfo) -> Sentence:
    first, *others = speech_in(info).find(str(reference))
    if others:
        raise ValueError(f"{reference} 不止一句；请写一句的编号，如 {first.id}")
    return first


#: A sentence, written as its id.
OneSentence = Annotated[Sentence, BeforeValidator(_names_one)]


class Entry(BaseModel):
    """Base class of the models in these files."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


Data = TypeVar("Data", bound=Entry)


def outline_file(env: BuildEnvironment, name: str) -> Path:
    """Return the path of an outline file for messages."""
    course = course_of(env)
    return course.shown(course.outline / name)


def read_data(env: BuildEnvironment, name: str, schema: type[Data]) -> Data:
    """Read a file; the page being read will depend on it.

    Parameters
    ----------
    env
        The environment, reading a page.
    name
        File name, such as ``points.yml``.
    schema
        Model of the file.

    Returns
    -------
    Entry
        The validated data.

    Raises
    ------
    CourseError
        If the file is missing or invalid; the message lists all faults.
    """
    return read_located(env, name, schema).value


def read_located(env: BuildEnvironment, name: str, schema: type[Data]) -> Checked[Data]:
    """Read a file as `read_data` does, and keep line numbers for later checks."""
    env.note_dependency(str(course_of(env).outline / name))
    return _read(env, name, schema)


def load_data(app: Sphinx, name: str, schema: type[Data]) -> Data:
    """Read a file as `read_data` does, after all pages have been read."""
    return _read(app, name, schema).value


def _read(build: BuildEnvironment | Sphinx, name: str, schema: type[Data]) -> Checked[Data]:
    course = course_of(build)
    file = course.outline / name
    context = load_speech(course)
    try:
        return read_checked(file, schema, OutlineError, shown=course.shown(file), context=context)
    except OutlineError as error:
        raise CourseError(str(error)) from error


def fault_at(
    env: BuildEnvironment, name: str, data: Checked[Any], path: Sequence[int | str], message: str
) -> Fault:
    """Make a fault that was found only by comparison with the rest of the course.

    Parameters
    ----------
    env
        The environment.
    name
        File name.
    data
        The file's content.
    path
        Keys and indices (from 0) of the faulty value.
    message
        What is wrong and how to fix it.
    """
    return Fault(
        outline_file(env, name), line_of(data.raw, *path), "", field_of(tuple(path)), message
    )
