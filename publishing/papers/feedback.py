"""The feedback sheets: what each person earned, and what to read again. They tell no answer."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import starmap
from typing import Final

from course.typefaces import RARE, lacking
from exercises.bank import Bank
from exercises.inline import plain
from exercises.marking.asked import Asked
from exercises.marking.scores import objective_texts, passed
from exercises.marking.scoring import Marked, Result
from exercises.papers import Paper
from exercises.words import VERDICTS
from publishing.handout.markup import flag, string
from publishing.handout.typesetting import PLACE
from publishing.papers.compiling import compiled

_FACES: Final = ("Noto Serif CJK SC", "Noto Sans CJK SC")
#: Stands in print for a character that no face has.
_UNKNOWN: Final = "〓"
#: So many sentences of an item are quoted, the others named.
_QUOTED: Final = 2
#: People in a file: a class, and what a printer takes in one go.
FILE_SIZE: Final = 100


@dataclass(frozen=True)
class Feedback:
    """What the feedback sheets of a class rest on.

    Parameters
    ----------
    paper, bank
        What the class sat, and whose items these are.
    version
        The course's version.
    pass_mark
        Percentage of a pass.
    """

    paper: Paper
    bank: Bank
    version: str
    pass_mark: int

    def pdfs(
        self, marked: Sequence[Marked], told: Callable[[int], None]
    ) -> tuple[dict[str, bytes], list[str]]:
        """Set the sheets, those of a large class in several files at the same time.

        Parameters
        ----------
        marked
            The class.
        told
            Is called with the number of people whose sheets are set so far.

        Returns
        -------
        (dict of str to bytes, list of str)
            The PDFs by name, in which each person begins a page; and the characters that were
            printed as 〓.

        Raises
        ------
        CourseError
            If the typesetting fails.
        """
        begun = range(0, len(marked), FILE_SIZE)
        parts = [marked[first : first + FILE_SIZE] for first in begun]
        sources = [self.source(part, first) for first, part in zip(begun, parts, strict=True)]
        rare = {sign for source in sources for sign in RARE.findall(source)}
        missing = sorted(lacking(rare, _FACES)) if rare else []
        printable = dict.fromkeys(map(ord, missing), _UNKNOWN)
        files, done = {}, 0
        # Typst does not hold the interpreter, so threads are enough.
        with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
            pdfs = pool.map(compiled, (source.translate(printable) for source in sources))
            for first, part, pdf in zip(begun, parts, pdfs, strict=True):
                files[_file_name(first, len(part), len(marked))] = pdf
                done += len(part)
                told(done)
        return files, missing

    def source(self, marked: Sequence[Marked], before: int = 0) -> str:
        """Give the sheets in Typst, of people before whom there are some others."""
        told = objective_texts(self.bank)
        return self._opening(marked[0].results) + "".join(
            _sheet(number, one, self.paper, told, self.pass_mark)
            for number, one in enumerate(marked, start=before + 1)
        )

    def _opening(self, results: Sequence[Result]) -> str:
        """Name the test, and put each question into words once for the whole class."""
        paper = self.paper
        return (
            '#import "papers/feedback.typ": *\n'
            f"#let told = (title: {string(paper.title)}, name: {string('反馈单')}, "
            f"form: {string(paper.form)}, code: {string(paper.code)}, "
            f"version: {string(self.version)}, points: {paper.total}, "
            f"pass-mark: {self.pass_mark})\n"
            + "".join(_question(result.asked) for result in results)
            + "#show: feedback-sheets.with(told)\n"
        )


def _file_name(first: int, people: int, of: int) -> str:
    """Name a file by the rows of the score table that it has, where there are several."""
    if of <= FILE_SIZE:
        return "反馈单.pdf"
    digits = len(str(of))
    return f"反馈单-{first + 1:0{digits}}-{first + people:0{digits}}.pdf"


def _sheet(number: int, one: Marked, paper: Paper, told: dict[str, str], pass_mark: int) -> str:
    reached = one.by_objective()
    objectives = "".join(
        f"({string(plain(told.get(id_, id_)))}, {string(_number(earned))}, {string(str(most))}), "
        for id_, (earned, most) in reached.items()
        if earned < most
    )
    full = sum(earned == most for earned, most in reached.values())
    lost = "".join(_lost(result) for result in one.results if result.state != "correct")
    return (
        f"{PLACE}第 {number} 人的反馈单\n"
        f"#feedback(told, {string(one.person.name)}, {string(one.person.unit)}, "
        f"{string(_number(one.total))}, {flag(passed(one, paper.total, pass_mark))}, "
        f"({objectives}), {full}, ({lost}))\n"
    )


def _question(asked: Asked) -> str:
    """Give a question with the sentences of its answer."""
    to_read = list(dict.fromkeys(asked.item.sentences))
    sentences = "".join(
        f"({string(sentence.label)}, {string(sentence.text)}), " for sentence in to_read[:_QUOTED]
    )
    more = "、".join(sentence.label for sentence in to_read[_QUOTED:])
    return (
        f"#let {_named(asked)} = (number: {asked.number}, points: {asked.points}, "
        f"stem: {string(plain(asked.item.stem))}, sentences: ({sentences}), "
        f"more: {string(more)})\n"
    )


def _lost(result: Result) -> str:
    """Give a question that lost points: how it was answered."""
    given = "；".join(starmap(result.asked.item.describe, result.reading.response.items()))
    verdict = "；".join(filter(None, (VERDICTS[result.state], result.summary)))
    if result.state == "unanswered":
        verdict = "没有作答"
    return (
        f"lost({_named(result.asked)}, {string(_number(result.earned))}, "
        f"{string(verdict)}, {string(plain(given))}), "
    )


def _named(asked: Asked) -> str:
    return f"q{asked.number}"


def _number(points: float) -> str:
    return f"{points:g}"
