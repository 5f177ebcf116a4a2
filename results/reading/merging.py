"""Responses of several sources: one learner's from two devices, or two people's of one name."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final

from results.responses import PRACTICE, Gathered, Problem, Response

#: A page and a platform write down the same answer at moments so far apart at most.
_MOMENT: Final = 60_000
_SAME_NAME: Final = (
    "与括号里的同名，算作同一个人，同一题按时间先后算几次；"
    "不是同一个人的，请把姓名改得不同（如加上单位），再运行一次"
)
_SAME_PAPER: Final = (
    "与括号里的同名，同一份试卷的得分不同，只计括号里的；"
    "不是同一个人的，请在成绩.xlsx 里写上单位或把姓名改得不同"
)


#: The number of the source, and what the file is called in messages.
File = tuple[int, str]


class Merging:
    """The responses so far.

    Parameters
    ----------
    gathered
        Where it says what is doubtful.
    """

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._rows: dict[tuple[str, str, str, int], Response] = {}
        self._files: dict[tuple[str, str], File] = {}
        self._doubled: set[tuple[str, str, File]] = set()
        self._other: Counter[tuple[str, str, str]] = Counter()

    def add(self, one: Response, file: File, *, named: bool) -> None:
        """Add a response.

        Parameters
        ----------
        one
            The response.
        file
            Where it is from.
        named
            Whether messages may name the learner.
        """
        who = (one.learner, one.paper)
        first = self._files.setdefault(who, file)
        shown = first[1]
        if named and first[0] != file[0]:
            shown = f"第 {first[0]} 个来源的 {shown}"
        place = f"{one.learner if named else ''}（{shown}）"
        if first != file and one.paper == PRACTICE and (*who, file) not in self._doubled:
            self._doubled.add((*who, file))
            self._gathered.doubts.append(Problem(file[1], place, _SAME_NAME))
        if not self._put(one):
            self._other[file[1], place, _SAME_PAPER] += 1

    def finish(self) -> list[Response]:
        """Give all responses, and say what was left out of them."""
        self._gathered.problems += [Problem(*what, n) for what, n in self._other.items()]
        return list(self._rows.values())

    def _put(self, one: Response) -> bool:
        """Put a response at its attempt, or after those before it; tell whether it is counted."""
        while earlier := self._rows.get(one.key):
            if one.when is None or earlier.when is None:
                # A record infers a first answer from its result; another may have the answer.
                if earlier.when is None and one.when is not None:
                    self._rows[one.key] = one
                return one.paper == PRACTICE or one.score == earlier.score
            if one.score == earlier.score and abs(one.when - earlier.when) <= _MOMENT:
                return True
            if one.when < earlier.when:
                self._rows[one.key], one = one, earlier
            one = replace(one, attempt=one.attempt + 1)
        self._rows[one.key] = one
        return True
