"""Limits of SCORM that scorm-again does not enforce: lengths, characters, vocabularies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_TEXTS = {"fill-in", "long-fill-in"}
#: Codes of one character; SCORM 1.2 accepts no others.
_CODE = "[a-z0-9]"


@dataclass(frozen=True)
class _Limits:
    """The limits of one edition: patterns of values, and the names of the data."""

    data: str
    identifier: str
    types: frozenset[str]
    response: str
    between: str
    within: str
    rooms: dict[str, int]
    values: dict[str, str]


_LIMITS = {
    "scorm12": _Limits(
        r"[\x20-\x7e]{0,4096}",
        r"[\w-]{1,255}",
        frozenset({"choice", "fill-in", "matching", "sequencing", "likert"}),
        "student_response",
        ",",
        r"\.",
        {"fill-in": 255},
        {
            "result": r"correct|wrong|neutral|0?\.\d+",
            "latency": r"\d{2,4}:\d\d:\d\d",
            "time": r"\d\d:\d\d:\d\d",
        },
    ),
    "scorm2004": _Limits(
        r"[\x20-\x7e]{0,64000}",
        r"[\w-]{1,250}",
        frozenset({"choice", "fill-in", "long-fill-in", "matching", "sequencing", "likert"}),
        "learner_response",
        r"\[,\]",
        r"\[\.\]",
        {"fill-in": 250, "long-fill-in": 4000},
        {
            "result": r"correct|incorrect|neutral|0?\.\d+",
            "latency": r"PT\d+S",
            "timestamp": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,2}Z",
        },
    ),
}


def beyond(kind: str, held: dict[str, Any]) -> list[str]:
    """Return the names of a platform's data that violate the standard."""
    limits = _LIMITS[kind]
    found = [] if re.fullmatch(limits.data, held["suspend_data"]) else ["suspend_data"]
    place = held["core"]["lesson_location"] if kind == "scorm12" else held["location"]
    if len(place) > 255:
        found.append("place")
    return found + [
        f"{one['id']}: {what}"
        for one in held["interactions"].values()
        for what in _in_interaction(limits, one)
    ]


def _in_interaction(limits: _Limits, one: dict[str, Any]) -> Iterator[str]:
    if not re.fullmatch(limits.identifier, one["id"], re.ASCII):
        yield "id"
    if one["type"] not in limits.types:
        yield "type"
    for name, pattern in limits.values.items():
        if not re.fullmatch(pattern, one[name]):
            yield f"{name} {one[name]}"
    given = [right["pattern"] for right in one["correct_responses"].values()]
    given.append(one[limits.response])
    if one["type"] in _TEXTS:
        yield from (text for text in given if len(text) > limits.rooms[one["type"]])
        return
    code = f"{_CODE}{limits.within}{_CODE}" if one["type"] == "matching" else _CODE
    allowed = rf"({code}({limits.between}{code})*)?"
    yield from (text for text in given if not re.fullmatch(allowed, text))
