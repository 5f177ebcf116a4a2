"""Python and JavaScript grade alike: score, state, words and feedback."""

from __future__ import annotations

import json
import random
import subprocess
from dataclasses import asdict
from pathlib import Path

from exercises.rubric import Rubric
from tests.this_course import load_bank

RESPONSES_WANTED = 10_000
GRADER = Path(__file__).with_name("grade_all.mjs")

#: What keyboards and hostile clients put into a slot.
ODDITIES = [
    "",
    " ",
    "　",
    "×",
    "constructor",
    "__proto__",
    "ＡＢ１",
    "“”",
    "。",
    "\u200b",
    None,
    3,
    [],
]


def typed_variants(value: str, random_: random.Random) -> str:
    """Type a value as a learner might: other width, spaces, quotes, end marks."""
    return random_.choice([
        value,
        f" {value}",
        f"“{value}”",
        f"{value}。",
        "　".join(value),
        value[:-1],
        value * 2,
    ])


def a_response(rubric: Rubric, random_: random.Random) -> dict[str, object]:
    response: dict[str, object] = {}
    for name, slot in rubric.slots.items():
        choice = random_.random()
        if slot.values and choice < 0.65:
            value = random_.choice(list(slot.values))
            response[name] = typed_variants(value, random_) if slot.typed else value
        elif choice < 0.8:
            response[name] = random_.choice(ODDITIES)
    if random_.random() < 0.05:
        response["no such slot"] = "x"
    return response


def test_both_graders_agree_on_every_item():
    random_ = random.Random(20230418)
    items = list(load_bank())
    each = RESPONSES_WANTED // len(items) + 1
    cases = [
        {"rubric": asdict(item.rubric()), "response": a_response(item.rubric(), random_)}
        for item in items
        for _ in range(each)
    ]
    graded = subprocess.run(
        ["node", GRADER], input=json.dumps(cases), capture_output=True, text=True, check=True
    )
    by_javascript = json.loads(graded.stdout)
    rubrics = [item.rubric() for item in items for _ in range(each)]
    assert len(by_javascript) == len(cases) >= RESPONSES_WANTED
    for rubric, case, theirs in zip(rubrics, cases, by_javascript, strict=True):
        ours = asdict(rubric.grade(case["response"]))
        assert ours | {"slots": list(ours["slots"])} == theirs, case["response"]
    states = {theirs["state"] for theirs in by_javascript}
    assert states == {"unanswered", "correct", "partial", "wrong"}
