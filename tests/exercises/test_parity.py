"""Python and JavaScript grade alike: score, state, summary and feedback."""

from __future__ import annotations

import json
import random
import subprocess
from dataclasses import asdict
from pathlib import Path

from exercises.rubric import Rubric
from tests.exercises.test_rubric import GATED
from tests.this_course import load_bank

RESPONSES_WANTED = 10_000
GRADER = Path(__file__).with_name("grade_all.mjs")

#: Values that keyboards and hostile clients put into a slot.
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
    "\ufeff\u2060",
    None,
    3,
    [],
]


def typed_variants(value: str, random_: random.Random) -> str:
    """Vary a typed value as learners do: width, spaces, quotation marks, final punctuation."""
    return random_.choice([
        value,
        f" {value}",
        f"“{value}”",
        f"{value}。",
        "　".join(value),
        "\u200d".join(value),
        f"\ufeff{value}\u2028",
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


def by_javascript(cases: list[tuple[Rubric, dict[str, object]]]) -> list[dict[str, object]]:
    given = [{"rubric": asdict(rubric), "response": response} for rubric, response in cases]
    graded = subprocess.run(
        ["node", GRADER], input=json.dumps(given), capture_output=True, text=True, check=True
    )
    theirs: list[dict[str, object]] = json.loads(graded.stdout)
    assert len(theirs) == len(cases)
    return theirs


def disagreements(cases: list[tuple[Rubric, dict[str, object]]]) -> list[dict[str, object]]:
    """Return the responses that the two interpreters grade differently."""
    ours = [asdict(rubric.grade(response)) for rubric, response in cases]
    return [
        response
        for (_, response), mine, theirs in zip(cases, ours, by_javascript(cases), strict=True)
        if mine | {"slots": list(mine["slots"])} != theirs
    ]


def test_both_graders_agree_on_every_item():
    random_ = random.Random(20230418)
    items = list(load_bank())
    each = RESPONSES_WANTED // len(items) + 1
    rubrics = [item.rubric() for item in items for _ in range(each)]
    cases = [(rubric, a_response(rubric, random_)) for rubric in rubrics]
    assert len(cases) >= RESPONSES_WANTED
    assert disagreements(cases) == []
    states = {rubric.grade(response).state for rubric, response in cases}
    assert states == {"unanswered", "correct", "partial", "wrong"}


def test_both_graders_agree_on_what_is_behind_a_gate():
    random_ = random.Random(14)
    cases = [(GATED, a_response(GATED, random_)) for _ in range(500)]
    assert disagreements(cases) == []
    assert {GATED.grade(response).score for _, response in cases} == {0, 1, 2, 3}
