"""The rubric: one way of grading for all kinds of items.

A kind compiles its item to slots. A slot has, for each value that a response may have in it, the
points, the mark and the feedback, so that grading is a look-up and a sum. ``web/src/rubric.js`` is
the same interpreter in JavaScript; neither of the two knows any kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from exercises.normalise import normalise

Mark = Literal["right", "wrong", "missed", "none"]
State = Literal["unanswered", "correct", "partial", "wrong"]
Response = Mapping[str, str]

#: The order in which the summary counts the marks.
_COUNTED: Final[tuple[Mark, ...]] = ("right", "wrong", "missed")

#: A text that no key accepts, for wrong responses.
_NO_ANSWER: Final = "×"


@dataclass(frozen=True)
class Outcome:
    """The outcome of one value in one slot.

    Parameters
    ----------
    points
        Points added to the score; may be negative.
    mark
        The mark of the value; ``none`` is neither shown nor counted.
    feedback
        The reason, based on the speech, shown with the mark; may be empty.
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
        Outcomes by value.
    other
        Outcome of a value that is not listed.
    absent
        Outcome if this slot has no value while others have.
    typed
        Whether values are typed text, to be normalised before the look-up.
    """

    values: Mapping[str, Outcome]
    other: Outcome
    absent: Outcome
    typed: bool = False

    def outcome(self, value: str | None) -> Outcome:
        """Look up the outcome of a value.

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
        The slots behind the gate. Points that they lose reduce only points that they earn.
    phrases
        Wording of the gate's own mark in the summary; the gate is not counted with the other slots.
    """

    opens: tuple[str, ...]
    phrases: Mapping[Mark, str]


@dataclass(frozen=True)
class SlotGrade:
    """The grade of one slot of a response.

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
        Points earned and available; ``0 <= score <= max``.
    state
        The verdict.
    summary
        The verdict in counts, such as 选对 3 项，漏选 1 项; may be empty.
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
        Wording of each counted mark, with ``{n}``; empty for kinds whose
        verdict needs no counting.
    gates
        Slots, by name, that must be right before others count.
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
            Values by slot. Unknown slots and values that are not text are
            ignored; blank text counts as no value.

        Returns
        -------
        Grade
            Full, partial or no credit; ``unanswered`` if there are no values.
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
        """Return a response that earns full marks.

        Returns
        -------
        dict of str to str
            The value worth most in each slot; slots that are best left empty are absent.
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
        """Return a response that is not empty and earns nothing.

        Returns
        -------
        dict of str to str
            For each slot a value marked wrong; an unacceptable text for typed slots.
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
        """Add up the points. Slots behind a gate count only if it is right, and never below 0."""
        gated = {name for gate in self.gates.values() for name in gate.opens}
        total = sum(outcome.points for name, outcome in outcomes.items() if name not in gated)
        for name, gate in self.gates.items():
            if outcomes[name].mark == "right":
                total += max(sum(outcomes[opened].points for opened in gate.opens), 0)
        return total

    def _summary(self, marks: Mapping[str, Mark]) -> str:
        """Word the result of each gate, then count the marks of the other slots."""
        parts = [gate.phrases.get(marks[name], "") for name, gate in self.gates.items()]
        rest = [mark for name, mark in marks.items() if name not in self.gates]
        counted = [(mark, rest.count(mark)) for mark in _COUNTED if mark in self.phrases]
        parts.append("，".join(self.phrases[mark].format(n=n) for mark, n in counted if n))
        return "；".join(filter(None, parts))


def _given(value: object) -> str | None:
    """Return a response's value if it is a non-blank text."""
    return value if isinstance(value, str) and normalise(value) else None
