"""Python and JavaScript draw the same papers: items, points, order of options."""

from __future__ import annotations

import json
import random
import subprocess
from dataclasses import asdict
from pathlib import Path

import pytest

from exercises.papers import chapter_blueprint, compile_plan, normalise_seed
from exercises.papers.sample import draw, options_seed
from exercises.papers.shuffle import shuffle
from tests.this_course import load_bank, read_blueprints

DRAWER = Path(__file__).with_name("draw_all.mjs")

#: Seeds that people type, and some that they do not.
TYPED = [
    "7",
    "2023",
    " 2023 ",
    "２０２３",
    "A7b",
    "第三期 甲班",
    "第三期　甲班",
    "一\u200b班\ufeff",
    "İstanbul",
    "ΣΑΣ",
    "𠮷",
    "\ud800",
    "a-b-c",
    "",
    "__proto__",
]
RANDOM = random.Random(20230418)
SEEDS = [*TYPED, *(str(RANDOM.randrange(10**6)) for _ in range(300))]


def plans():
    bank = load_bank()
    derived = (chapter_blueprint(chapter) for chapter in bank.chapters)
    blueprints = [*read_blueprints(), *(blueprint for blueprint in derived if blueprint)]
    return [compile_plan(blueprint, bank) for blueprint in blueprints]


@pytest.mark.parametrize("form", ["A", "B"])
def test_both_samplers_draw_the_same_papers(form):
    ours = [
        {
            "seed": normalise_seed(seed),
            "items": [
                {
                    "id": one.candidate.id,
                    "points": one.points,
                    "order": shuffle(range(7), options_seed(plan, seed, form, one.candidate.id)),
                }
                for one in draw(plan, seed, form)
            ],
        }
        for plan in plans()
        for seed in SEEDS
    ]
    asked = json.dumps({"plans": [asdict(plan) for plan in plans()], "seeds": SEEDS, "form": form})
    drawn = subprocess.run(
        ["node", DRAWER], input=asked, capture_output=True, text=True, check=True
    )
    theirs = json.loads(drawn.stdout)
    assert len(theirs) == len(ours) > 4_000
    for mine, other in zip(ours, theirs, strict=True):
        assert mine == other


def test_the_seeds_draw_different_papers():
    (final,) = [plan for plan in plans() if plan.id == "final"]
    papers = {tuple(one.candidate.id for one in draw(final, seed)) for seed in SEEDS}
    assert len(papers) == len({normalise_seed(seed) for seed in SEEDS})
