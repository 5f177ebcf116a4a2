"""The bank's contents, for comparison with an export; independent of `exporting`."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from course import Course
from exercises import load_bank
from exercises.item import Item
from tests.this_course import COURSE, ROOT

SHISHUO = Course.at(ROOT / "tests" / "courses" / "shishuo")
COURSES = [COURSE, SHISHUO]


def items(course: Course) -> dict[str, Item]:
    """Return a course's items by id."""
    return {item.id: item for item in load_bank(course)}


def shares(entries, *, one: bool) -> list[tuple[str, Fraction, str]]:
    """Return text, share of the marks and feedback of each option."""
    keys = sum(entry.key for entry in entries)
    cost = Fraction(0) if one else Fraction(-1, keys)
    return [
        (entry.text, Fraction(1, keys) if entry.key else cost, entry.feedback) for entry in entries
    ]


def picks(item: Item) -> list[list[tuple[str, Fraction, str]]]:
    """Return an item's questions with options, from the bank's own fields."""
    if item.kind == "scenario":
        return [
            [
                (
                    option.text,
                    Fraction(option.key),
                    f"{option.feedback}（接着：{option.consequence}）",
                )
                for option in step.options
            ]
            for step in item.steps
        ]
    if item.kind == "mark":
        whole = "\n".join(item.paragraphs)
        placed = sorted(item.spans, key=lambda span: whole.find(span.text))
        return [shares(placed, one=False)]
    if item.kind == "evidence":
        keys = sum(entry.key for entry in item.passage)
        cost = Fraction(0) if keys == 1 else Fraction(-1, keys)
        grounds = [
            (
                f"{entry.found.label}：{entry.found.text}",
                Fraction(1, keys) if entry.key else cost,
                entry.feedback,
            )
            for entry in item.passage
        ]
        return [shares(item.options, one=True), grounds]
    return [shares(item.options, one=item.kind == "single")]


def pairs(item: Item) -> list[tuple[str, str]]:
    """Return the pairs of an item that is exported as a matching."""
    if item.kind == "matching":
        spare = [("", word) for word in item.distractors]
        return [(premise.text, premise.option) for premise in item.premises] + spare
    if item.kind == "categorise":
        return [(card.text, card.group) for card in item.cards]
    if item.kind == "ordering":
        return [(step.text, f"第{place}") for place, step in enumerate(item.steps, start=1)]
    words = [(f"第（{n}）空", gap.answer[0]) for n, gap in enumerate(item.gaps, start=1)]
    answers = {word for _, word in words}
    return words + [("", word) for word in item.word_list() if word not in answers]


def out_of(folder: Path, course: Course, name: str) -> int:
    """Run the command for a course."""
    from exporting.__main__ import main

    return main([name, "--course", str(course.root), "--out", str(folder)])
