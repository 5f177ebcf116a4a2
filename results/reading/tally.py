"""What is left out of one file: a report lists the first places and counts the others."""

from __future__ import annotations

from collections import Counter
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
        self._places: dict[str, list[str]] = {}

    def __bool__(self) -> bool:
        return bool(self._counts)

    def add(self, problem: Problem) -> None:
        """Add something that was left out.

        Parameters
        ----------
        problem
            It.
        """
        self._counts[problem.message] += 1
        places = self._places.setdefault(problem.message, [])
        if len(places) < _LISTED and problem.message not in SUMMED:
            places.append(problem.place if self._named else "")

    def problems(self) -> list[Problem]:
        """Give the first places of each reason, and a line for the rest."""
        found: list[Problem] = []
        for message, count in self._counts.items():
            places = self._places[message]
            found += [Problem(self._file, place, message) for place in places]
            if rest := count - len(places):
                place = f"{'另有' if places else '共'} {rest} 处"
                found.append(Problem(self._file, place if self._named else "", message, rest))
        return found
