"""Faults in files that trainers write: each names the file, the place and the fix.

Trainers read these messages, so they are in Chinese.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, ClassVar, Final, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from course.located import LocatedMap, field_of, line_of
from course.separators import typed_colon, typed_comma
from course.slips import meant_by, plain_name, slip_in


@dataclass(frozen=True)
class Fault:
    """One fault in a file.

    Parameters
    ----------
    file
        The file, relative to the course's folder if it is inside.
    line
        Line number from 1, or 0 if the fault concerns the whole file or folder.
    item
        The item's id, or an empty string if the fault is not in an item.
    field
        Path of the field within the item, such as ``options.2.feedback``.
    message
        What is wrong and how to fix it.
    rule
        Id of the broken item-writing rule (see :mod:`exercises.rules`), if it is one.
    noun
        What `item` is: 题目 (an item), 词条 (an index entry) and so on.
    """

    file: Path
    line: int
    item: str
    field: str
    message: str
    rule: str = ""
    noun: str = "题目"

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else f"{self.file}"
        item = f" {self.noun} {self.item}" if self.item else ""
        field = f" 字段 {self.field}" if self.field else ""
        rule = f" 规则 {self.rule}" if self.rule else ""
        what = f"{item}{field}{rule}"
        return f"{where}:{what}：{self.message}" if what else f"{where}：{self.message}"


class FaultyError(ValueError):
    """Base class: files that trainers wrote cannot be used; lists every fault found.

    Parameters
    ----------
    faults
        At least one fault.
    """

    #: What the files contain, for the message.
    subject: ClassVar[str]

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        listed = "\n".join(map(str, faults))
        super().__init__(f"{self.subject}有 {len(faults)} 处错误：\n{listed}")


#: Messages by pydantic's error type; ``{…}`` is filled from the error's context.
_WORDS: Final = {
    "missing": "缺少这一项，请补上",
    "string_too_short": "至少要 {min_length} 个字",
    "string_too_long": "至多 {max_length} 个字",
    "literal_error": "只能是 {choices}",
    "too_short": "至少要 {min_length} {unit}",
    "too_long": "至多 {max_length} {unit}",
    "list_type": "应为列表（每行以“- ”开头）",
    "tuple_type": "应为列表（每行以“- ”开头）",
    "model_type": "应由“字段: 值”组成",
    "dict_type": "应由“字段: 值”组成",
    "bool_type": "只能是 true 或 false",
    "bool_parsing": "只能是 true 或 false",
    "float_type": "应为数",
    "float_parsing": "应为数",
    "greater_than_equal": "至少是 {ge}",
    "less_than_equal": "至多是 {le}",
    "value_error": "{error}",
}
_LISTS: Final = {"list_type", "tuple_type"}
_PARTS: Final = {"model_type", "dict_type", "model_attributes_type"}
_FULL_WIDTH_BRACKETS: Final = ("［", "【", "〔")


def describe(error: ErrorDetails, fields: Sequence[str] = ()) -> str:
    """Describe a schema error in Chinese, for trainers.

    Parameters
    ----------
    error
        One entry of ``ValidationError.errors()``.
    fields
        Names of the valid fields, to suggest one close to an unknown name.

    Returns
    -------
    str
        What is wrong and how to fix it.
    """
    given, sort = error["input"], error["type"]
    if sort == "extra_forbidden":
        return _unknown_field(str(error["loc"][-1]), fields)
    if slip := _slip(error):
        return slip
    if sort in _OF_ONE_VALUE:
        return _OF_ONE_VALUE[sort](given)
    words = _WORDS.get(sort)
    if words is None:
        return f"写法不对；请照邻近的写法（{error['msg']}）"
    context = dict(error.get("ctx", {}))
    context["unit"] = "个字" if isinstance(given, str) else "项"
    context["choices"] = "、".join(re.findall(r"'([^']*)'", str(context.get("expected", ""))))
    return words.format(**context)


def not_a_text(given: Any) -> str:
    """Explain how to write a string that YAML read as something else.

    Parameters
    ----------
    given
        The value that was read: a number, a list, None.
    """
    if given is None:
        return "这一项是空的；请补上文字（以 # 开头的文字，整段要放在英文引号里）"
    if isinstance(given, bool):
        return f'这里应为文字；{str(given).lower()} 要加英文引号，写作 "{str(given).lower()}"'
    if isinstance(given, int | float):
        return f'这里应为文字；数字要加英文引号，写作 "{given}"'
    if isinstance(given, list):
        return "这里应为文字，读到的是列表；以 [ 开头的文字，整段要放在英文引号里"
    return "这里应为文字，读到的是“字段: 值”；有英文冒号加空格的文字，整段要放在英文引号里"


def not_whole(given: Any) -> str:
    """Explain how to write an integer.

    Parameters
    ----------
    given
        The value that was read instead.
    """
    if given is None:
        return "这一项是空的；请写一个整数"
    read = unicodedata.normalize("NFKC", str(given)).strip()
    if read.isdecimal():
        return f"应为整数，写着“{given}”；数字用半角，写作 {read}"
    if found := re.fullmatch(r"(\d+)\D*", read):
        return f"应为整数，写着“{given}”；只写数字，不带单位，如 {found[1]}"
    return f"应为整数，写着“{given}”；请写一个整数，用 0–9"


#: Messages that depend on the value alone, by pydantic's error type.
_OF_ONE_VALUE: Final = {
    "string_type": not_a_text,
    "int_type": not_whole,
    "int_parsing": not_whole,
    "int_from_float": not_whole,
}


#: Beginnings of the types of errors of values that cannot contain a Chinese comma.
_WORDLESS: Final = ("literal_", "bool_", "int_", "float_")


def _slip(error: ErrorDetails) -> str:
    """Explain the typing mistake that an error is a consequence of; empty if none is found."""
    given, sort = error["input"], error["type"]
    if sort in _LISTS:
        return _no_list(given)
    if given is None:
        return typed_colon(str(error["loc"][-1])) if error["loc"] else ""
    if not isinstance(given, str):
        return ""
    if sort.startswith(_WORDLESS):
        return typed_comma(given)
    return slip_in(given) if sort in _PARTS else ""


def _no_list(given: Any) -> str:
    if isinstance(given, bool | int | float):
        return not_a_text(given)
    if isinstance(given, str) and given.startswith(_FULL_WIDTH_BRACKETS):
        return f"用了中文方括号“{given[0]}”；请改成英文方括号，如 [p05.s07]"
    if isinstance(given, dict) and any(slip_in(str(name)) for name in given):
        return next(slip for name in given if (slip := slip_in(str(name))))
    return ""


def _unknown_field(name: str, fields: Sequence[str]) -> str:
    if slip := slip_in(name):
        return slip
    plain = plain_name(name)
    if plain != name and plain in fields:
        return f"字段名“{name}”里有全角字符或多余的符号；请改成 {plain}"
    near = difflib.get_close_matches(name, fields, n=1, cutoff=0.5)
    return f"没有名为“{name}”的字段；" + (
        f"最接近的是 {near[0]}" if near else f"可用的是 {'、'.join(fields)}" if fields else "请删去"
    )


def fields_at(kind: Any, path: Sequence[int | str] = ()) -> tuple[str, ...]:
    """Return the field names that are valid at a path.

    Parameters
    ----------
    kind
        A model, or a type composed of models.
    path
        Path as in pydantic's errors: field names, list indices, keys of mappings.

    Returns
    -------
    tuple of str
        Names of the fields of all models that may occur there.
    """
    found = list(_models(kind))
    for step in path:
        parts = [
            field.annotation
            for model in found
            for name, field in model.model_fields.items()
            if step in {name, field.alias}
        ]
        # A list index or a branch of a union does not lead to another model.
        found = list(chain.from_iterable(map(_models, parts))) if parts else found
    names = (field.alias or name for model in found for name, field in model.model_fields.items())
    return tuple(dict.fromkeys(names))


def _models(kind: Any) -> Iterator[type[BaseModel]]:
    """Yield the models that a type is composed of, but not the models of their fields."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for inner in get_args(kind):
        yield from _models(inner)


def schema_faults(  # ruff: ignore[too-many-arguments] (the fault's parts)
    file: Path,
    raw: LocatedMap,
    item_id: str,
    error: ValidationError,
    *,
    noun: str = "题目",
    model: type[BaseModel] | None = None,
) -> Iterator[Fault]:
    """Turn the errors of a schema into faults with line numbers.

    Parameters
    ----------
    file
        The file, as messages name it.
    raw
        The validated data, with line numbers.
    item_id
        The item's id, or an empty string if this is not an item.
    error
        The validation error.
    noun
        What `item_id` is, in messages.
    model
        The model that was validated against.

    Yields
    ------
    Fault
        One for each cause.
    """
    all_details = error.errors()
    # Fields whose name was not recognized for its colon are not missing.
    meant = {
        (*details["loc"][:-1], meant_by(str(details["loc"][-1])))
        for details in all_details
        if details["type"] == "extra_forbidden"
    }
    for details in all_details:
        path = details["loc"]
        if details["type"] == "missing" and path in meant:
            continue
        if details["type"] == "too_short" and any(
            other["loc"][: len(path)] == path and other is not details for other in all_details
        ):
            # A consequence: the list is short only because invalid entries are not counted.
            continue
        message = describe(details, fields_at(model, path[:-1]))
        yield Fault(file, line_of(raw, *path), item_id, field_of(path), message, noun=noun)
