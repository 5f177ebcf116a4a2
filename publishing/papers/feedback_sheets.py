"""Feedback sheets: one page per person, with their results and what to reread and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from itertools import starmap
from typing import Final

from course.typefaces import RARE, lacking
from exercises.bank import Bank
from exercises.marking.scores import objective_texts, passed
from exercises.marking.scoring import Marked
from exercises.papers import Paper
from publishing.handout.markup import array, flag, string
from publishing.handout.typesetting import PLACE
from publishing.papers.compiling import compiled
from publishing.papers.feedback_rows import Lines, Rows, number, ranked, weakest

_FACES: Final = ("Noto Serif CJK SC", "Noto Sans CJK SC")
#: Printed for characters that the fonts lack.
_UNKNOWN: Final = "〓"
#: Number of objectives shown; further ones are only counted.
_MOST_OBJECTIVES: Final = 12
#: Maximum number of people per file: a whole class, and a reasonable print job.
FILE_SIZE: Final = 100


@dataclass(frozen=True)
class Feedback:
    """Makes the feedback sheets of a class.

    Parameters
    ----------
    paper, bank
        The paper that the class took, and the bank of its items.
    version
        The course's version.
    pass_mark
        Pass mark in percent.
    answers
        Whether the sheets include keys and reasons, or only what to reread.
    """

    paper: Paper
    bank: Bank
    version: str
    pass_mark: int
    answers: bool = True

    def begin(self, marked: Sequence[Marked], pool: Executor) -> Printing:
        """Start to typeset the sheets; those of a large class are split into several files.

        Parameters
        ----------
        marked
            The class.
        pool
            Where they are typeset. Typst releases the interpreter lock, so threads are sufficient.
        """
        begun = range(0, len(marked), FILE_SIZE)
        parts = [(first, marked[first : first + FILE_SIZE]) for first in begun]
        return Printing([
            (
                _file_name(first, len(part), len(marked)),
                len(part),
                pool.submit(self._printed, part, first),
            )
            for first, part in parts
        ])

    def _printed(self, marked: Sequence[Marked], before: int) -> tuple[bytes, set[str]]:
        """Typeset the sheets of some people; also return the characters printed as 〓."""
        source = self.source(marked, before)
        rare = set(RARE.findall(source))
        missing = lacking(rare, _FACES) if rare else set()
        printable = dict.fromkeys(map(ord, missing), _UNKNOWN)
        return compiled(source.translate(printable), pack=False), missing

    def source(self, marked: Sequence[Marked], before: int = 0) -> str:
        """Return the Typst source of some people's sheets, who are preceded by `before` others."""
        rows, lines = Rows(self.answers), Lines(objective_texts(self.bank))
        people = "".join(
            self._person(place, one, rows, lines)
            for place, one in enumerate(marked, start=before + 1)
        )
        return (
            '#import "papers/feedback.typ": *\n'
            f"#feedback-sheets({self._told()}, lines: {lines.source()}, rows: {rows.source()}, "
            f"people: (\n{people}))\n"
        )

    def _told(self) -> str:
        """Return the data about the test, and where to find the rest."""
        paper = self.paper
        where = f"题目见试卷{paper.form}卷"
        if self.answers:
            where += f"，每题的全部理由见评分标准“{paper.form} 卷：答案、理由和出处”，按题号查"
        return (
            f"(title: {string(paper.title)}, name: {string('反馈单')}, "
            f"form: {string(paper.form)}, code: {string(paper.code)}, "
            f"version: {string(self.version)}, points: {paper.total}, "
            f"pass-mark: {self.pass_mark}, where: {string(where)})"
        )

    def _person(self, place: int, one: Marked, rows: Rows, lines: Lines) -> str:
        reached = one.by_objective()
        total = one.total
        weak = weakest(reached)
        shown = weak[:_MOST_OBJECTIVES]
        return (
            f"{PLACE}第 {place} 人的反馈单\n"
            f"(name: {string(one.person.name)}, unit: {string(one.person.unit)}, "
            f"total: {string(number(total))}, share: {total / self.paper.total:.3f}, "
            f"passed: {flag(passed(one, self.paper.total, self.pass_mark))}, "
            f"objectives: {array(starmap(lines.name, shown))}, "
            f"others: {len(weak) - len(shown)}, full: {len(reached) - len(weak)}, "
            f"lost: {array(map(rows.name, ranked(one, reached)))}),\n"
        )


@dataclass(frozen=True)
class Printing:
    """The sheets of a class while they are being typeset.

    Parameters
    ----------
    parts
        The files in the order of the class: name, number of people, and future result.
    """

    parts: Sequence[tuple[str, int, Future[tuple[bytes, set[str]]]]]

    def files(self, told: Callable[[int], None]) -> tuple[dict[str, bytes], list[str]]:
        """Wait for the sheets.

        Parameters
        ----------
        told
            Called with the number of people whose sheets are done.

        Returns
        -------
        (dict of str to bytes, list of str)
            The PDFs by name, with a page for each person; and the characters that were printed
            as 〓.

        Raises
        ------
        CourseError
            If typesetting fails.
        """
        files: dict[str, bytes] = {}
        missing: set[str] = set()
        done = 0
        for name, people, set_ in self.parts:
            files[name], unknown = set_.result()
            missing |= unknown
            done += people
            told(done)
        return files, sorted(missing)


def _file_name(first: int, people: int, of: int) -> str:
    """Name a file; if there are several, after the rows of the score table that it covers."""
    if of <= FILE_SIZE:
        return "反馈单.pdf"
    digits = len(str(of))
    return f"反馈单-{first + 1:0{digits}}-{first + people:0{digits}}.pdf"
