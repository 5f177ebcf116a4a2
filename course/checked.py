"""The one way from a YAML file to checked data: every fault with file, line, field and mend."""

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
    """What a file holds, checked.

    Parameters
    ----------
    value
        The data.
    raw
        The same as read, with lines.
    """

    value: Model
    raw: LocatedMap


def read_raw(
    file: Path,
    shown: Path,
    faults: list[Fault],
    form: type[LocatedMap | LocatedList] = LocatedMap,
) -> Any:
    """Read a file, without checking what it holds.

    Parameters
    ----------
    file
        The file.
    shown
        Its path as messages name it.
    faults
        Its faults are added here.
    form
        What it holds at the top: a mapping or a list.

    Returns
    -------
    LocatedMap or LocatedList
        What was read; empty if there was a fault.
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
    """Check a part of a file by its model.

    Parameters
    ----------
    raw
        The part, as read.
    model
        What it should be.
    faults
        What the model has against it is added here, and what could not be printed.
    shown
        The file's path as messages name it.
    item
        The name, in messages, of what the part is, such as an item's id.
    noun
        What `item` names.
    context
        What the model's validators ask, such as the text that is quoted.

    Returns
    -------
    model or None
        The data, or None if there was a fault.
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
    """Give the texts of a value, each with its keys and places from 0.

    Parameters
    ----------
    value
        A text, or what is made of texts.
    path
        Where the value itself stands.
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
    """Read a file that holds one model.

    Parameters
    ----------
    file
        The file.
    model
        What it should hold.
    error
        Makes the exception to raise from the faults.
    shown
        The file's path as messages name it.
    context
        What the model's validators ask, such as the text that is quoted.

    Returns
    -------
    Checked
        The data, and the same with lines.

    Raises
    ------
    Exception
        `error`, if anything is wrong; it holds all faults.
    """
    faults: list[Fault] = []
    raw = read_raw(file, shown, faults)
    value = None if faults else check(raw, model, faults, shown=shown, context=context)
    if value is None:
        raise error(faults)
    return Checked(value, raw)
