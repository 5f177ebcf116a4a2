"""A simulated class for tests: records, marked papers and statements that agree with the bank."""

from __future__ import annotations

import json
import random
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from exercises.item import Item
from results.reading.known import Known
from results.reading.statements import version_key
from tests.this_course import COURSE, load_bank

#: The current time in tests: 2026-01-01.
NOW = 1_767_225_600_000


@cache
def known() -> Known:
    return Known(COURSE.settings.id, load_bank(), COURSE, NOW)


@cache
def some_items() -> tuple[Item, ...]:
    return tuple(item for item in load_bank() if item.kind in {"single", "multiple"})[:12]


def entry(item: Item, *, right: bool, **changed: Any) -> dict[str, Any]:
    """Return the saved state of one attempt."""
    rubric = known().rubrics[item.id]
    response = rubric.right_response() if right else rubric.wrong_response()
    grade = rubric.grade(response)
    made = {
        "version": item.version,
        "response": dict(response),
        "state": grade.state,
        "score": grade.score,
        "attempts": 1,
        "revealed": False,
        "first": grade.state,
        "at": NOW - 86_400_000,
    }
    return made | changed


def record(entries: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """Return the file that the progress page exports."""
    settings = COURSE.settings
    made = {
        "format": "course-record",
        "version": 3,
        "course": {"id": settings.id, "title": settings.title},
        "parts": ["exercises", "notes"],
        "saved": "2025-12-31T10:00:00.000Z",
        "exercises": entries,
        "notes": {},
    }
    return made | changed


def written(file: Path, data: Any) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return file


def class_folder(folder: Path, size: int, seed: int = 1, units: Sequence[str] = ("",)) -> Path:
    """Write the records of a class of people with different abilities."""
    chance = random.Random(seed)
    for place in range(size):
        able = place / size
        entries = {
            item.id: entry(
                item, right=chance.random() < 0.2 + 0.7 * able, at=NOW - 9_000_000 + place
            )
            for item in some_items()
        }
        unit = units[place % len(units)]
        written(folder / unit / f"学员{place:03}.json", record(entries))
    return folder


def statement(item: Item, name: str, *, right: bool, minute: int) -> dict[str, Any]:
    """Return the statement that a page sends to a record store (platform/statements.js)."""
    (one,) = known().interactions[item.id]
    rubric = known().rubrics[item.id]
    response = rubric.right_response() if right else rubric.wrong_response()
    codes = [
        ".".join(filter(None, [left, one.codes[slot][response[slot]]]))
        for slot, left in one.slots.items()
        if slot in response
    ]
    score = rubric.grade(response).score
    activity = "https://platform.example/activities/7"
    moment = datetime.fromtimestamp(NOW / 1000 - 86_400 + minute * 60, UTC)
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{item.id} {name} {minute}")),
        "timestamp": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "actor": {"account": {"homePage": "https://platform.example", "name": name}},
        "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"},
        "object": {"objectType": "Activity", "id": f"{activity}/{item.id}"},
        "result": {
            "response": "[,]".join(code.replace(".", "[.]") for code in codes),
            "duration": "PT12.5S",
            "success": score == rubric.max,
            "score": {"scaled": score / rubric.max, "raw": score, "min": 0, "max": rubric.max},
        },
        "context": {
            "registration": "0",
            "contextActivities": {"grouping": [{"id": f"urn:course:{COURSE.settings.id}:all"}]},
            "extensions": {version_key(COURSE.settings.id): item.version},
        },
    }
