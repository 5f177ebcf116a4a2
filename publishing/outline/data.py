"""Data of the map, the mirror and the threads: YAML under ``book/outline/``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError
from sphinx.environment import BuildEnvironment

from exercises.faults import describe
from exercises.located import UnreadableYamlError, field_of, read_yaml
from publishing.errors import CourseError
from speech import Sentence, load_speech

_FOLDER: Final = "book/outline"


def _names_one(reference: str) -> str:
    first, *others = load_speech().find(reference)
    if others:
        raise ValueError(f"{reference} 不止一句；请写一句的编号，如 {first.id}")
    return first.id


#: The id of one sentence.
SentenceId = Annotated[str, AfterValidator(_names_one)]


class Entry(BaseModel):
    """Base of what the files hold."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


Data = TypeVar("Data", bound=Entry)


def sentence(sentence_id: str) -> Sentence:
    """Look up a sentence by an id that has been checked."""
    return load_speech().find(sentence_id)[0]


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
        If the file is not there or not as the schema says; names the first fault.
    """
    shown = f"{_FOLDER}/{name}"
    file = Path(env.srcdir) / shown
    env.note_dependency(str(file))
    try:
        return schema.model_validate(read_yaml(file))
    except FileNotFoundError:
        raise CourseError(f"缺少文件 {shown}；请从版本库恢复") from None
    except UnreadableYamlError as error:
        raise CourseError(f"YAML 写法有误：{error.problem}", f"{shown}:{error.line}") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = field_of(first["loc"])
        told = f"字段 {field}：{describe(first)}" if field else describe(first)
        raise CourseError(told, shown) from error
