"""Scoring: grade each answer with its item's rubric, scaled to the paper's points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exercises.marking.asked import Asked
from exercises.marking.people import Person
from exercises.marking.readers import Reading
from exercises.rubric import SlotGrade, State


@dataclass(frozen=True)
class Result:
    """The result of one answer.

    Parameters
    ----------
    asked
        The question.
    reading
        The answer.
    state
        The verdict.
    summary
        The verdict in counts; may be empty.
    earned
        Points, whole or half ones.
    slots
        Grades of the parts of the answer; none if a marker gave the points.
    """

    asked: Asked
    reading: Reading
    state: State
    summary: str
    earned: float
    slots: tuple[SlotGrade, ...] = ()


@dataclass(frozen=True)
class Marked:
    """A person's marked paper."""

    person: Person
    results: tuple[Result, ...]

    @property
    def total(self) -> float:
        """Points earned on the whole paper."""
        return sum(result.earned for result in self.results)

    def by_objective(self) -> dict[str, tuple[float, int]]:
        """Return points earned and available for each objective, in the paper's order."""
        points: dict[str, tuple[float, int]] = {}
        for result in self.results:
            earned, most = points.get(result.asked.item.objective, (0.0, 0))
            points[result.asked.item.objective] = (
                earned + result.earned,
                most + result.asked.points,
            )
        return points


def mark(people: Iterable[Person], asked: Sequence[Asked]) -> list[Marked]:
    """Mark a class; equal answers share one `Result`."""
    # Keyed by identity, as a `Reading` is not hashable; `people` keeps the readings alive.
    known: dict[tuple[int, int], Result] = {}

    def result(one: Asked, reading: Reading) -> Result:
        key = one.number, id(reading)
        if key not in known:
            known[key] = _result(one, reading)
        return known[key]

    return [Marked(person, tuple(map(result, asked, person.readings))) for person in list(people)]


def halved(points: int, score: int, most: int) -> float:
    """Scale a score to the paper's points, rounded to the nearest half, as stated in the key.

    Parameters
    ----------
    points
        Points for full marks on the paper.
    score, most
        Points of the rubric, earned and available.
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
