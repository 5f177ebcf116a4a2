"""Read a YAML file into a checked model; faults name the file, the line, the field and the fix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from course.faults import Fault, schema_faults
from course.located import (
    LocatedList,
    LocatedMap,
    UnreadableYamlError,
    field_of,
    line_of,
    read_yaml,
)
from course.typefaces import without_glyph

Model = TypeVar("Model", bound=BaseModel)

_MISSING: Final = (
    "缺少这个文件；请从版本库恢复；还没有写过的，照 README 写一份，或者删去页面里要用它的指令"
)
_FORMS: Final = {
    LocatedMap: "文件应由“字段: 值”组成；请照邻近文件的写法",
    LocatedList: "文件应为列表，每条以“- ”开头；请照原有的写法",
}


@dataclass(frozen=True)
class Checked(Generic[Model]):
    """The checked content of a file.

    Parameters
    ----------
    value
        The model.
    raw
        The data it was made from, with line numbers.
    """

    value: Model
    raw: LocatedMap


def read_raw(
    file: Path,
    shown: Path,
    faults: list[Fault],
    form: type[LocatedMap | LocatedList] = LocatedMap,
) -> Any:
    """Read a file without validating its content.

    Parameters
    ----------
    file
        The file.
    shown
        Path of the file in messages.
    faults
        Its faults are added here.
    form
        Type of the file's top level: a mapping or a list.

    Returns
    -------
    LocatedMap or LocatedList
        The data; empty if there was a fault.
    """
    try:
        raw = read_yaml(file)
    except FileNotFoundError:
        faults.append(Fault(shown, 1, "", "", _MISSING))
        return form()
    except UnreadableYamlError as error:
        faults.append(Fault(shown, error.line, "", "", f"YAML 写法有误：{error.problem}"))
        return form()
    if not isinstance(raw, form):
        faults.append(Fault(shown, 1, "", "", _FORMS[form]))
        return form()
    return raw


def check(  # ruff: ignore[too-many-arguments] (the fault's parts)
    raw: LocatedMap,
    model: type[Model],
    faults: list[Fault],
    *,
    shown: Path,
    item: str = "",
    noun: str = "题目",
    context: Any = None,
) -> Model | None:
    """Validate part of a file against a model.

    Parameters
    ----------
    raw
        The data as read.
    model
        The model to validate against.
    faults
        Validation errors, and characters that cannot be printed, are added here.
    shown
        Path of the file in messages.
    item
        Name of this part in messages, such as an item's id.
    noun
        What `item` is, in messages.
    context
        Context for the model's validators, such as the text that is quoted.

    Returns
    -------
    model or None
        The model, or None if validation failed.
    """
    faults.extend(
        Fault(shown, line_of(raw, *path), item, field_of(path), problem, noun=noun)
        for path, text in texts(raw)
        if (problem := without_glyph(text))
    )
    try:
        return model.model_validate(raw, context=context)
    except ValidationError as error:
        faults.extend(schema_faults(shown, raw, item, error, noun=noun, model=model))
        return None


def texts(
    value: Any, path: tuple[int | str, ...] = ()
) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Yield every string in a value, with its path: keys, and indices from 0.

    Parameters
    ----------
    value
        A string, or nested dicts, lists and tuples.
    path
        Path of the value itself.
    """
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*path, key))
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from texts(inner, (*path, place))


def read_checked(
    file: Path,
    model: type[Model],
    error: Callable[[list[Fault]], Exception],
    *,
    shown: Path,
    context: Any = None,
) -> Checked[Model]:
    """Read and validate a file.

    Parameters
    ----------
    file
        The file.
    model
        The model to validate against.
    error
        Makes the exception to raise from a list of faults.
    shown
        Path of the file in messages.
    context
        Context for the model's validators, such as the text that is quoted.

    Returns
    -------
    Checked
        The model, and the data with line numbers.

    Raises
    ------
    Exception
        The result of `error`, with all faults, if there are any.
    """
    faults: list[Fault] = []
    raw = read_raw(file, shown, faults)
    value = None if faults else check(raw, model, faults, shown=shown, context=context)
    if value is None:
        raise error(faults)
    return Checked(value, raw)
