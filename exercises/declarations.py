"""TypeScript declarations of the data that Python passes to the scripts.

``python -m exercises.declarations`` (``make types``) writes ``web/src/data.d.ts`` from the
dataclasses themselves: when a field is renamed here, the type checker finds every script that
still uses the old name. Types are those that a value has as JSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from inspect import getdoc
from pathlib import Path
from types import NoneType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from exercises.item import Payload
from exercises.papers import Plan
from exercises.rubric import Grade, Rubric

FILE: Final = Path(__file__).parent / "web" / "src" / "data.d.ts"
#: Classes to declare, together with the classes of their fields.
DECLARED: Final = (Payload, Rubric, Grade, Plan)
_HEADING: Final = "// Written by `make types` from the Python classes of the same names.\n"
_PLAIN: Final = {
    Any: "any",
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    NoneType: "null",
}


def declarations() -> str:
    """Declare all classes.

    Returns
    -------
    str
        A TypeScript module, formatted like the other scripts.
    """
    found: dict[str, str] = {}
    for declared in DECLARED:
        for each in _with_parts(declared):
            found.setdefault(each.__name__, _interface(each))
    return "\n".join([_HEADING, *found.values()])


def _with_parts(declared: type) -> Iterator[type]:
    yield declared
    for written in _fields(declared).values():
        yield from _classes_in(written)


def _classes_in(written: Any) -> Iterator[type]:
    if _is_record(written):
        yield from _with_parts(written)
    for argument in _arguments(written):
        yield from _classes_in(argument)


def _is_record(written: Any) -> bool:
    return is_dataclass(written) or is_typeddict(written)


def _fields(declared: type) -> dict[str, Any]:
    return get_type_hints(declared, include_extras=True)


def _arguments(written: Any) -> tuple[Any, ...]:
    # `Annotated[dict[str, Any], Rubric]` is a dictionary made from a rubric: declare the rubric.
    arguments = get_args(written)
    return arguments[1:] if get_origin(written) is Annotated else arguments


def _interface(declared: type) -> str:
    summary = (getdoc(declared) or "").partition("\n")[0]
    fields = [f"  {name}: {_type(written)};\n" for name, written in _fields(declared).items()]
    return f"/** {summary} */\nexport interface {declared.__name__} {{\n{''.join(fields)}}}\n"


def _type(written: Any) -> str:
    if written in _PLAIN:
        return _PLAIN[written]
    if _is_record(written):
        return str(written.__name__)
    arguments = _arguments(written)
    match get_origin(written):
        case origin if origin is Literal:
            text = " | ".join(f"'{value}'" for value in arguments)
        case origin if origin is Annotated:
            text = _type(arguments[0])
        case origin if origin in {tuple, list}:
            text = f"{_type(arguments[0])}[]"
        case origin if origin in {dict, Mapping}:
            text = _mapping(*map(_type, arguments))
        case _:
            raise TypeError(f"no declaration for {written}")
    return text


def _mapping(key: str, value: str) -> str:
    # Where the keys are literals, any of them may be absent.
    return f"Record<string, {value}>" if key == "string" else f"Partial<Record<{key}, {value}>>"


if __name__ == "__main__":
    FILE.write_text(declarations(), encoding="utf-8")
