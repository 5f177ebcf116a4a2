"""What is left out of one file: a report lists the first places and counts the others."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final

from results.reading.known import SUMMED
from results.responses import Problem

#: Places that are listed for one reason.
_LISTED: Final = 10


class Tally:
    """What was left out of one file so far; holds no more than it lists.

    Parameters
    ----------
    file
        What the file is called in messages.
    named
        Whether messages may say what stands in it.
    """

    def __init__(self, file: str, *, named: bool) -> None:
        self._file, self._named = file, named
        self._counts: Counter[str] = Counter()
        self._listed: dict[str, list[Problem]] = {}

    def __bool__(self) -> bool:
        return bool(self._counts)

    def add(self, problem: Problem) -> None:
        """Add something that was left out.

        Parameters
        ----------
        problem
            It.
        """
        self._counts[problem.message] += problem.count
        listed = self._listed.setdefault(problem.message, [])
        if len(listed) < _LISTED and problem.message not in SUMMED:
            listed.append(replace(problem, file=self._file, place=self._place(problem.place)))

    def problems(self) -> list[Problem]:
        """Give the first places of each reason, and a line for the rest."""
        found: list[Problem] = []
        for message, count in self._counts.items():
            listed = self._listed[message]
            found += listed
            if rest := count - sum(one.count for one in listed):
                place = self._place(f"{'另有' if listed else '共'} {rest} 处")
                found.append(Problem(self._file, place, message, rest))
        return found

    def _place(self, place: str) -> str:
        return place if self._named else ""
