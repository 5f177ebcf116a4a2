"""The feedback sheets: what each person earned, and what to read again. They tell no answer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import starmap
from typing import Final

from course.typefaces import RARE, lacking
from exercises.bank import Bank
from exercises.inline import plain
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


def feedback_pdf(
    marked: Sequence[Marked], paper: Paper, bank: Bank, version: str, pass_mark: int
) -> tuple[bytes, list[str]]:
    """Set the feedback sheets.

    Parameters
    ----------
    marked
        The class.
    paper, bank
        What it sat, and whose items these are.
    version
        The course's version.
    pass_mark
        Percentage of a pass.

    Returns
    -------
    (bytes, list of str)
        The PDF, in which each person begins a page; and the characters that were printed as 〓.

    Raises
    ------
    CourseError
        If the typesetting fails.
    """
    source = feedback_source(marked, paper, bank, version, pass_mark)
    missing = sorted(lacking(RARE.findall(source), _FACES)) if RARE.search(source) else []
    source = source.translate(dict.fromkeys(map(ord, missing), _UNKNOWN))
    return compiled(source), missing


def feedback_source(
    marked: Sequence[Marked], paper: Paper, bank: Bank, version: str, pass_mark: int
) -> str:
    """Give the feedback sheets in Typst."""
    told = objective_texts(bank)
    opening = (
        '#import "papers/feedback.typ": *\n'
        f"#show: test-paper.with(title: {string(paper.title)}, name: {string('反馈单')}, "
        f"form: {string(paper.form)}, code: {string(paper.code)}, version: {string(version)}, "
        f"minutes: {paper.minutes}, items: {len(paper.questions)}, points: {paper.total})\n"
    )
    return opening + "".join(
        _sheet(number, one, paper, told, pass_mark) for number, one in enumerate(marked, start=1)
    )


def _sheet(number: int, one: Marked, paper: Paper, told: dict[str, str], pass_mark: int) -> str:
    objectives = "".join(
        f"({string(plain(told.get(id_, id_)))}, {string(_number(earned))}, {string(str(most))}), "
        for id_, (earned, most) in one.by_objective().items()
    )
    lost = "".join(_lost(result) for result in one.results if result.state != "correct")
    return (
        f"{PLACE}第 {number} 人的反馈单\n"
        f"#feedback({string(one.person.name)}, {string(one.person.unit)}, "
        f"{string(_number(one.total))}, {flag(passed(one, paper.total, pass_mark))}, "
        f"{pass_mark}, {string(paper.form)}, ({objectives}), (\n{lost}))\n"
    )


def _lost(result: Result) -> str:
    """Give a question that lost points: how it was answered, and the sentences of its answer."""
    item = result.asked.item
    given = "；".join(starmap(item.describe, result.reading.response.items()))
    to_read = list(dict.fromkeys(item.sentences))
    sentences = "".join(
        f"({string(sentence.label)}, {string(sentence.text)}), " for sentence in to_read[:_QUOTED]
    )
    more = "、".join(sentence.label for sentence in to_read[_QUOTED:])
    verdict = "；".join(filter(None, (VERDICTS[result.state], result.summary)))
    if result.state == "unanswered":
        verdict = "没有作答"
    return (
        f"(number: {result.asked.number}, points: {result.asked.points}, "
        f"earned: {string(_number(result.earned))}, stem: {string(plain(item.stem))}, "
        f"given: {string(plain(given))}, verdict: {string(verdict)}, sentences: ({sentences}), "
        f"more: {string(more)}),\n"
    )


def _number(points: float) -> str:
    return f"{points:g}"
