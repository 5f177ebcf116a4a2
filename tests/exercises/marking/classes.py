"""Classes for tests: a paper of the course's bank, and tables of answers to it."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from exercises.marking.asked import Asked, all_asked
from exercises.marking.people import Person, guide_of, read_people
from exercises.marking.table_files import read_table
from exercises.papers import Blueprint, Paper, sample
from tests.exercises.marking.typing_answers import typed
from tests.this_course import load_bank, load_blueprint

ALL_KINDS = Blueprint.model_validate({
    "id": "kinds",
    "title": "各题型",
    "minutes": 1,
    "parts": [
        {
            "name": "全书",
            "chapters": [chapter.id for chapter in load_bank().chapters],
            "rows": [
                {
                    "levels": ["remember", "understand", "apply", "analyse"],
                    "kinds": [kind],
                    "items": 2,
                    "points": 4,
                }
                for kind in [
                    "single",
                    "true-false",
                    "multiple",
                    "cloze",
                    "matching",
                    "ordering",
                    "categorise",
                    "tree",
                    "mark",
                    "evidence",
                    "scenario",
                ]
            ],
        }
    ],
})


@cache
def final() -> tuple[Paper, list[Asked]]:
    paper = sample(load_blueprint("final"), load_bank(), "7", "A")
    return paper, all_asked(paper)


def head(asked: Sequence[Asked]) -> list[str]:
    return ["姓名", "单位", *(str(one.number) for one in asked)]


def right(asked: Sequence[Asked]) -> list[str]:
    return [typed(one.item, one.rubric.right_response()) for one in asked]


def wrong(asked: Sequence[Asked]) -> list[str]:
    return [typed(one.item, one.rubric.wrong_response()) for one in asked]


def as_csv(rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()


def written(folder: Path, *rows: Sequence[str], encoding: str = "utf-8") -> Path:
    file = folder / "answers.csv"
    file.write_bytes(as_csv(rows).encode(encoding))
    return file


def people_in(file: Path) -> list[Person]:
    paper, asked = final()
    return read_people(file, read_table(file), asked, guide_of(paper.code, paper.form))


def model_class(asked: Sequence[Asked], size: int) -> list[list[bool]]:
    """Simulate who answers what: more able people are likelier to be right, except in one item."""
    drawn = random.Random(5)
    answered = []
    for person in range(size):
        ability = person / size
        row = [drawn.random() < 0.2 + 0.7 * ability for _ in asked]
        row[0] = ability < 0.5
        answered.append(row)
    return answered
