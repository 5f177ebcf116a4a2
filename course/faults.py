"""Faults in a file that trainers write: each names the file, the place and the fix.

Trainers read these messages, so they are in Chinese.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from course.located import LocatedMap, field_of, line_of


@dataclass(frozen=True)
class Fault:
    """One fault in a file.

    Parameters
    ----------
    file
        The file, relative to the course where it lies inside.
    line
        Line from 1, or 0 if the fault is of the whole file or folder.
    item
        The item's id, or an empty string outside any item.
    field
        Path of the field in the item, such as ``options.2.feedback``.
    message
        What is wrong and how to mend it.
    rule
        Id of the item-writing rule that was broken, if it is of :mod:`exercises.rules`.
    noun
        What `item` names: 题目, or 词条 in an index.
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
        placed = f"{item}{field}{rule}"
        return f"{where}:{placed}：{self.message}" if placed else f"{where}：{self.message}"


class FaultyError(ValueError):
    """Base: files that trainers write cannot be used; holds every fault that was found.

    Parameters
    ----------
    faults
        At least one fault.
    """

    #: What the files hold, as the message names it.
    subject: ClassVar[str]

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        listed = "\n".join(map(str, faults))
        super().__init__(f"{self.subject}有 {len(faults)} 处错误：\n{listed}")


#: Pydantic's error types in the trainers' words; ``{…}`` is the error's context.
_WORDS: Final = {
    "missing": "缺少这一项，请补上",
    "extra_forbidden": "没有名为“{name}”的字段；请检查拼写，或照邻近题目的写法",
    "string_type": "应为文字；若以特殊符号开头，请加英文引号",
    "string_too_short": "至少要 {min_length} 个字",
    "string_too_long": "至多 {max_length} 个字",
    "string_pattern_mismatch": "写法不对，应符合 {pattern}",
    "literal_error": "只能是 {expected}",
    "too_short": "至少要 {min_length} {unit}",
    "too_long": "至多 {max_length} {unit}",
    "list_type": "应为列表（每行以“- ”开头）",
    "tuple_type": "应为列表（每行以“- ”开头）",
    "model_type": "应为“字段: 值”的形式",
    "bool_type": "只能是 true 或 false",
    "bool_parsing": "只能是 true 或 false",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "greater_than_equal": "至少是 {ge}",
    "less_than_equal": "至多是 {le}",
    "value_error": "{error}",
}


def describe(error: ErrorDetails) -> str:
    """Put a schema error into a trainer's words.

    Parameters
    ----------
    error
        One entry of ``ValidationError.errors()``.

    Returns
    -------
    str
        What is wrong and how to mend it.
    """
    context: dict[str, Any] = {"name": error["loc"][-1] if error["loc"] else ""}
    context["unit"] = "个字" if isinstance(error["input"], str) else "项"
    context |= error.get("ctx", {})
    words = _WORDS.get(error["type"])
    return words.format(**context) if words else error["msg"]


def schema_faults(
    file: Path, raw: LocatedMap, item_id: str, error: ValidationError, noun: str = "题目"
) -> Iterator[Fault]:
    """Turn schema errors into faults with lines.

    Parameters
    ----------
    file
        The file, as messages name it.
    raw
        What was validated, as read.
    item_id
        The item's id, or an empty string outside any item.
    error
        What the schema has against it.
    noun
        What `item_id` names.

    Yields
    ------
    Fault
        One for each cause.
    """
    all_details = error.errors()
    for details in all_details:
        path = details["loc"]
        if details["type"] == "too_short" and any(
            other["loc"][: len(path)] == path and other is not details for other in all_details
        ):
            # The list is short only because its faulty entries do not count.
            continue
        yield Fault(
            file, line_of(raw, *path), item_id, field_of(path), describe(details), noun=noun
        )
