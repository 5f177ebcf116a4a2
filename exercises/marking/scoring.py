"""Scores: each answer by its item's rubric, at the paper's points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exercises.marking.asked import Asked
from exercises.marking.people import Person
from exercises.marking.readers import Reading
from exercises.rubric import SlotGrade, State


@dataclass(frozen=True)
class Result:
    """What one answer earned.

    Parameters
    ----------
    asked
        The question.
    reading
        The answer.
    state
        The verdict in one word.
    summary
        The verdict counted out; may be empty.
    earned
        Points, whole or half ones.
    slots
        How each part of the answer was graded; none where a marker gave points.
    """

    asked: Asked
    reading: Reading
    state: State
    summary: str
    earned: float
    slots: tuple[SlotGrade, ...] = ()


@dataclass(frozen=True)
class Marked:
    """A person's paper, marked."""

    person: Person
    results: tuple[Result, ...]

    @property
    def total(self) -> float:
        """Points of the whole paper."""
        return sum(result.earned for result in self.results)

    def by_objective(self) -> dict[str, tuple[float, int]]:
        """Give points earned and to be had for each objective, in the paper's order."""
        points: dict[str, tuple[float, int]] = {}
        for result in self.results:
            earned, most = points.get(result.asked.item.objective, (0.0, 0))
            points[result.asked.item.objective] = (
                earned + result.earned,
                most + result.asked.points,
            )
        return points


def mark(people: Iterable[Person], asked: Sequence[Asked]) -> list[Marked]:
    """Mark a class; what is answered alike has one and the same result."""
    # By identity, since a reading cannot be hashed; the people keep the readings alive.
    known: dict[tuple[int, int], Result] = {}

    def result(one: Asked, reading: Reading) -> Result:
        key = one.number, id(reading)
        if key not in known:
            known[key] = _result(one, reading)
        return known[key]

    return [Marked(person, tuple(map(result, asked, person.readings))) for person in list(people)]


def halved(points: int, score: int, most: int) -> float:
    """Give the points of a partial score, to the nearest half, as the key and the page say.

    Parameters
    ----------
    points
        What full marks are worth on the paper.
    score, most
        Points of the rubric, earned and to be had.
    """
    return (4 * points * score + most) // (2 * most) / 2


def _result(asked: Asked, reading: Reading) -> Result:
    if reading.points is not None:
        earned = float(reading.points)
        state: State = "correct" if earned == asked.points else "partial" if earned else "wrong"
        return Result(asked, reading, state, "", earned)
    grade = asked.rubric.grade(reading.response)
    earned = halved(asked.points, grade.score, grade.max)
    return Result(asked, reading, grade.state, grade.summary, earned, grade.slots)
