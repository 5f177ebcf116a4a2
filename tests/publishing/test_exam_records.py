"""Saved tests are checked when they are read: damaged ones are reported and left out."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

CALLER = Path(__file__).with_name("call_exam.mjs")
SITTING = {
    "id": "x", "plan": "final", "title": "t", "seed": "7", "code": "final-7-000000", "name": "",
    "started": 1, "items": {"c02-x": {"version": "v", "points": 2}},
}  # fmt: skip
GRADED = {"earned": 2, "state": "correct", "response": {"choice": "a"}}
RESULT = SITTING | {
    "items": {"c02-x": SITTING["items"]["c02-x"] | GRADED}, "submitted": 2, "seconds": 1,
}  # fmt: skip
SOUND = {"sitting": SITTING, "result:x": RESULT}
ANOTHER = RESULT | {"id": "y"}
NO_OBJECTS = ["{", "null", "[]", "3"]
WRONG = [
    {"items": []},
    {"more": 1},
    {"items": {"c02-x": {"version": 3, "points": 2}}},
    {"name": "张" * 300},
    {"started": 1e300},
]
DAMAGED = [
    (entry, text)
    for entry, sound in SOUND.items()
    for text in (*NO_OBJECTS, *(json.dumps(sound | change) for change in WRONG))
]


def listed(saved):
    return saved | {"items": [{"id": name, **item} for name, item in saved["items"].items()]}


@pytest.fixture(scope="module")
def read():
    """What is read of each damaged entry beside a sound result, and last of sound ones alone."""
    beside = {"test:result:y": json.dumps(ANOTHER)}
    sound = {f"test:{entry}": json.dumps(saved) for entry, saved in SOUND.items()}
    saved = [*({f"test:{entry}": text} | beside for entry, text in DAMAGED), sound]
    asked = json.dumps({"saved": saved, "paper": listed(SITTING | {"id": "z"})})
    done = subprocess.run(["node", CALLER], input=asked, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("place", range(len(DAMAGED)), ids=[f"{e} {t[:40]}" for e, t in DAMAGED])
def test_damaged_is_told_and_costs_only_what_is_damaged(read, place):
    assert read[place] == {
        "sitting": None,
        "results": [listed(ANOTHER)],
        "told": ["有一份保存的测试数据已损坏，没有载入。"],
        "begun": listed(SITTING | {"id": "z"}),
    }


def test_sound_is_read_in_silence(read):
    assert read[-1]["told"] == []
    assert read[-1]["sitting"] == listed(SITTING)
    assert read[-1]["results"] == [listed(RESULT)]
