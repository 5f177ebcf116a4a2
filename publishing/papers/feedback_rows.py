"""The rows of a class's feedback sheets: equal answers share one row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from exercises.inline import plain
from exercises.marking.correction import correction
from exercises.marking.scoring import Marked, Result
from publishing.handout.markup import dictionary, string
from speech import parse_reference

#: Points earned and available, by objective id.
Reached = Mapping[str, tuple[float, int]]

_NOTHING: Final = "没有作答"
#: Longest answer, in characters, that a brief row repeats.
_SHORT: Final = 8


@dataclass
class Rows:
    """The rows for answers, in Typst, by name.

    Parameters
    ----------
    answers
        Whether they include keys and reasons, or only what to reread.
    """

    answers: bool
    #: By the identity of the result; equal answers share a result.
    _rows: dict[int, tuple[str, str]] = field(default_factory=dict)

    def name(self, result: Result) -> str:
        """Return the name of an answer's row, which is made on first use."""
        key = id(result)
        if key not in self._rows:
            name = f"r{len(self._rows)}"
            self._rows[key] = name, self._row(result)
        return self._rows[key][0]

    def source(self) -> str:
        """Return all rows as a Typst dictionary."""
        return dictionary(dict(self._rows.values()))

    def _row(self, result: Result) -> str:
        asked = result.asked
        corrected = correction(result)
        places = [parse_reference(place).label for place in asked.item.source]
        given = corrected.given or _given(result)
        about, reason = corrected.about, corrected.reason
        answer = [("作答", given), ("答案", corrected.key)]
        if not self.answers:
            first = asked.item.sentences[0]
            about, reason = first.label, first.text
            answer = [("作答", given), ("", result.summary)][: 2 if result.summary else 1]
        # A long answer can be read on the answer sheet; leaving it out lets more people share a
        # row.
        brief = "；".join(
            f"{label} {said}".strip()
            for label, said in answer
            if label != "作答" or len(given) <= _SHORT
        )
        given_and_right = "".join(said for _, said in answer)
        read = "、".join(label for label in places if label not in about + given_and_right)
        read_briefly = "、".join(label for label in places if label not in brief)
        lines = "".join(f"({string(label)}, {string(said)}), " for label, said in answer)
        return (
            f"(number: {asked.number}, "
            f"score: {string(f'{number(result.earned)}／{asked.points}')}, "
            f"answer: ({lines}), about: {string(about)}, reason: {string(reason)}, "
            f"brief: {string(brief)}, read: {string(read)}, "
            f"read-briefly: {string(read_briefly)})"
        )


@dataclass
class Lines:
    """The rows for objectives, in Typst, by name; equal results share one row.

    Parameters
    ----------
    texts
        Texts of the objectives by id.
    """

    texts: Mapping[str, str]
    _lines: dict[str, str] = field(default_factory=dict)

    def name(self, id_: str, earned: float, most: int) -> str:
        """Return the name of an objective's row, which is made on first use."""
        name = f"{id_}/{number(earned)}"
        if name not in self._lines:
            text = plain(self.texts.get(id_, id_))
            self._lines[name] = (
                f"(told: {string(text)}, score: {string(f'{number(earned)}／{most}')}, "
                f"share: {earned / most:.3f})"
            )
        return name

    def source(self) -> str:
        """Return all rows as a Typst dictionary."""
        return dictionary(self._lines)


def _given(result: Result) -> str:
    return _NOTHING if result.reading.points is None else "见答题卡"


def ranked(one: Marked, reached: Reached) -> list[Result]:
    """Return the answers that lost points: most points lost first, then weakest objective."""

    def rank(result: Result) -> tuple[float, float]:
        earned, most = reached[result.asked.item.objective]
        return result.earned - result.asked.points, earned / most

    return sorted((each for each in one.results if each.earned < each.asked.points), key=rank)


def weakest(reached: Reached) -> list[tuple[str, float, int]]:
    """Return the objectives that lost points, with points earned and available, worst first."""
    lost = ((id_, earned, most) for id_, (earned, most) in reached.items() if earned < most)
    return sorted(lost, key=lambda each: (each[1] - each[2], each[1] / each[2]))


def number(points: float) -> str:
    """Format points for print."""
    return f"{points:g}"
