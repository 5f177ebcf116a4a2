"""Data of the map, the mirror and the threads: YAML files of the course's outline folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationInfo
from sphinx.environment import BuildEnvironment

from course import FaultyError, read_checked
from exercises.item import speech_of as speech_in
from publishing.errors import CourseError
from publishing.sources import course_of
from speech import Sentence, load_speech


class OutlineError(FaultyError):
    """A file of the outline cannot be used."""

    subject = "地图、对照、线索的数据"


def _names_one(reference: Any, info: ValidationInfo) -> Sentence:
    first, *others = speech_in(info).find(str(reference))
    if others:
        raise ValueError(f"{reference} 不止一句；请写一句的编号，如 {first.id}")
    return first


#: A sentence, written as its id.
OneSentence = Annotated[Sentence, BeforeValidator(_names_one)]


class Entry(BaseModel):
    """Base of what the files hold."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


Data = TypeVar("Data", bound=Entry)


def outline_file(env: BuildEnvironment, name: str) -> Path:
    """Give the path of a file of the outline, as messages name it."""
    course = course_of(env)
    return course.shown(course.outline / name)


def read_data(env: BuildEnvironment, name: str, schema: type[Data]) -> Data:
    """Read a file of data; the page in hand depends on it.

    Parameters
    ----------
    env
        The environment, reading a page.
    name
        File name, such as ``points.yml``.
    schema
        What the file holds.

    Returns
    -------
    Entry
        The file's data, checked.

    Raises
    ------
    CourseError
        If the file is not there or not as the schema says; names all faults.
    """
    course = course_of(env)
    file = course.outline / name
    env.note_dependency(str(file))
    context = load_speech(course)
    try:
        return read_checked(
            file, schema, OutlineError, shown=course.shown(file), context=context
        ).value
    except OutlineError as error:
        raise CourseError(str(error)) from error
