"""The uniform rubric: how every kind of item is graded.

A kind compiles its item to slots; each slot knows, for each value that a
response may hold there, the points, the mark and the feedback. Grading is a
look-up and a sum. ``web/rubric.js`` is the same interpreter in JavaScript, so
neither language knows anything about kinds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from exercises.normalise import normalise

Mark = Literal["right", "wrong", "missed", "none"]
State = Literal["unanswered", "correct", "partial", "wrong"]
Response = Mapping[str, str]

#: The order in which marks are counted out in words.
_COUNTED: Final[tuple[Mark, ...]] = ("right", "wrong", "missed")

#: A text that no key accepts, for deriving wrong responses.
_NO_ANSWER: Final = "×"


@dataclass(frozen=True)
class Outcome:
    """What one value in one slot earns.

    Parameters
    ----------
    points
        Points added to the score; may be negative.
    mark
        How the value is marked; ``none`` is neither shown nor counted.
    feedback
        The reason by the text, shown with the mark; empty for none.
    """

    points: int
    mark: Mark
    feedback: str = ""


@dataclass(frozen=True)
class Slot:
    """One place in a response.

    Parameters
    ----------
    values
        Outcome by value.
    other
        Outcome of a value that is not listed.
    absent
        Outcome when the response, not empty as a whole, has nothing here.
    typed
        Whether values are typed text, to be normalised before the look-up.
    """

    values: Mapping[str, Outcome]
    other: Outcome
    absent: Outcome
    typed: bool = False

    def outcome(self, value: str | None) -> Outcome:
        """Look up what a value earns.

        Parameters
        ----------
        value
            The response's value, or ``None`` if it has none.

        Returns
        -------
        Outcome
            The listed outcome, or `other`, or `absent`.
        """
        if value is None:
            return self.absent
        return self.values.get(normalise(value) if self.typed else value, self.other)


@dataclass(frozen=True)
class Gate:
    """A slot that must be right before others count, such as a decision before its grounds.

    Parameters
    ----------
    opens
        The slots that count behind it. What they cost is taken from what they earn, and from
        no more.
    phrases
        What the verdict says of the gate itself, by its mark; it is not counted out with the
        other slots.
    """

    opens: tuple[str, ...]
    phrases: Mapping[Mark, str]


@dataclass(frozen=True)
class SlotGrade:
    """How one slot of a response was graded.

    Parameters
    ----------
    slot
        The slot's name.
    mark
        Its mark.
    feedback
        Its feedback, possibly empty.
    """

    slot: str
    mark: Mark
    feedback: str


@dataclass(frozen=True)
class Grade:
    """The verdict on one response.

    Parameters
    ----------
    score, max
        Points earned and points to be had; ``0 <= score <= max``.
    state
        The verdict in one word.
    summary
        The verdict counted out, such as 选对 3 项，漏选 1 项; may be empty.
    slots
        The marks that a learner sees, in the rubric's order.
    """

    score: int
    max: int
    state: State
    summary: str
    slots: tuple[SlotGrade, ...] = ()


@dataclass(frozen=True)
class Rubric:
    """The grading table of one item.

    Parameters
    ----------
    slots
        Slots by name, in the order in which feedback is shown.
    max
        Points for full marks.
    phrases
        For each counted mark, its wording with ``{n}``; none for kinds whose
        verdict needs no counting.
    gates
        By their names, the slots that must be right before others count.
    """

    slots: Mapping[str, Slot]
    max: int
    phrases: Mapping[Mark, str] = field(default_factory=dict)
    gates: Mapping[str, Gate] = field(default_factory=dict)

    def grade(self, response: Mapping[str, Any]) -> Grade:
        """Grade a response.

        Parameters
        ----------
        response
            Slot to value. Unknown slots and values that are not text are
            ignored; blank text counts as nothing.

        Returns
        -------
        Grade
            Full, partial or no credit; ``unanswered`` if nothing was answered.
        """
        given = {name: _given(response.get(name)) for name in self.slots}
        if all(value is None for value in given.values()):
            return Grade(0, self.max, "unanswered", "")
        outcomes = {name: slot.outcome(given[name]) for name, slot in self.slots.items()}
        score = min(max(self._total(outcomes), 0), self.max)
        state: State = "correct" if score == self.max else "partial" if score else "wrong"
        return Grade(
            score,
            self.max,
            state,
            self._summary({name: outcome.mark for name, outcome in outcomes.items()}),
            tuple(
                SlotGrade(name, outcome.mark, outcome.feedback)
                for name, outcome in outcomes.items()
                if outcome.mark != "none"
            ),
        )

    def right_response(self) -> dict[str, str]:
        """Give a response that earns full marks.

        Returns
        -------
        dict of str to str
            For each slot the value worth most, left out where that is worth most.
        """
        response: dict[str, str] = {}
        for name, slot in self.slots.items():
            earning = {
                value: outcome.points
                for value, outcome in slot.values.items()
                if outcome.points > slot.absent.points
            }
            if earning:
                response[name] = max(earning, key=earning.__getitem__)
        return response

    def wrong_response(self) -> dict[str, str]:
        """Give a response, not an empty one, that earns nothing.

        Returns
        -------
        dict of str to str
            For each slot a value marked wrong; any text for typed slots.
        """
        response: dict[str, str] = {}
        for name, slot in self.slots.items():
            wrong = [value for value, outcome in slot.values.items() if outcome.mark == "wrong"]
            if slot.typed:
                response[name] = _NO_ANSWER
            elif wrong:
                response[name] = wrong[0]
        return response

    def _total(self, outcomes: Mapping[str, Outcome]) -> int:
        """Add up the points, those behind a gate only if it is right, and never below 0."""
        gated = {name for gate in self.gates.values() for name in gate.opens}
        total = sum(outcome.points for name, outcome in outcomes.items() if name not in gated)
        for name, gate in self.gates.items():
            if outcomes[name].mark == "right":
                total += max(sum(outcomes[opened].points for opened in gate.opens), 0)
        return total

    def _summary(self, marks: Mapping[str, Mark]) -> str:
        """Say how each gate is, then count out the marks of the other slots."""
        told = [gate.phrases.get(marks[name], "") for name, gate in self.gates.items()]
        rest = [mark for name, mark in marks.items() if name not in self.gates]
        counted = [(mark, rest.count(mark)) for mark in _COUNTED if mark in self.phrases]
        told.append("，".join(self.phrases[mark].format(n=n) for mark, n in counted if n))
        return "；".join(filter(None, told))


def _given(value: object) -> str | None:
    """Give a response's value if it is text and not blank."""
    return value if isinstance(value, str) and normalise(value) else None
