"""Write papers, answer sheets and key in Typst."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document

from exercises.answer_sheet import answer_rows
from exercises.inline import runs
from exercises.item import Item
from exercises.papers import Paper, Question
from exercises.sheet import exercise_answer, exercise_direction, sheet
from publishing.handout.markup import array, flag, string, words
from publishing.handout.pages import Page
from publishing.handout.translator import TypstTranslator
from publishing.handout.typesetting import PLACE
from speech import parse_reference


def paper_source(version: str, paper: Paper) -> str:
    """Return a paper: its items by kind, without any answers."""
    set_groups = "".join(
        f"#group({number}, {string(label)}, {string(questions[0].item.own_direction)}, "
        f"{len(questions)}, {sum(question.points for question in questions)})\n"
        + "".join(map(_question, questions))
        for number, (label, questions) in enumerate(groups(paper), start=1)
    )
    return f"{_opening(version, paper, '试卷')}#paper-head()\n{set_groups}"


def sheet_source(version: str, *papers: Paper) -> str:
    """Return the answer sheets, one for each paper, since their items are in different order."""
    sheets = "".join(_sheet(paper, filled=False) for paper in papers)
    return f"{_opening(version, papers[0], '答题卡')}{sheets}"


def key_source(version: str, command: str, *papers: Paper) -> str:
    """Return the key: each paper's sheet filled in, then points, reasons and sources.

    Parameters
    ----------
    version
        The course's version.
    command
        Command that makes the same papers again.
    papers
        The papers.
    """
    # All sheets first, so that they are on the same sides of their leaves as those of the class.
    filled = "".join(_sheet(paper, filled=True) for paper in papers)
    keys = "".join(
        f"#answers-of({string(paper.form)})[\n" + "".join(map(_answer, arranged(paper))) + "]\n"
        for paper in papers
    )
    return (
        f"{_opening(version, papers[0], '评分标准')}{filled}{keys}#made-again({string(command)})\n"
    )


def _opening(version: str, paper: Paper, name: str) -> str:
    return (
        '#import "papers/papers.typ": *\n'
        f"#show: test-paper.with(title: {string(paper.title)}, name: {string(name)}, "
        f"form: {string(paper.form if name == '试卷' else '')}, code: {string(paper.code)}, "
        f"version: {string(version)}, minutes: {paper.minutes}, "
        f"items: {len(paper.questions)}, points: {paper.total})\n"
    )


def arranged(paper: Paper) -> Iterator[tuple[Question, Item]]:
    """Yield each question with its item in the paper's arrangement."""
    for question in paper.questions:
        yield question, question.item.arranged(question.shuffled)


def groups(paper: Paper) -> Iterator[tuple[str, list[Question]]]:
    """Yield the questions of each kind, in the paper's order."""
    for label, questions in groupby(paper.questions, key=lambda question: question.item.own_label):
        yield label, list(questions)


def _question(question: Question) -> str:
    """Return an item as in the handout, without header and answer."""
    item = question.item.arranged(question.shuffled)
    page = Page(item.id, f"题目 {item.id}", "chapter", 1)
    document = new_document(page.path, get_default_settings())
    aside = (exercise_direction, exercise_answer)
    parts = [part for part in sheet(item, []) if not isinstance(part, aside)]
    document += [nodes.container("", *parts, nb_element="paper")]
    translator = TypstTranslator(document, page)
    document.walkabout(translator)
    return (
        f"{PLACE}题目 {item.id}\n"
        f"#question({question.number}, {question.points})[{translator.markup}]\n"
    )


def _sheet(paper: Paper, *, filled: bool) -> str:
    """Return a paper's answer sheet, empty or filled in."""
    rows = "".join(
        f"(number: {question.number}, points: {question.points}, kind: {string(item.own_label)}, "
        f"rows: (\n{_rows(item, filled=filled)})),\n"
        for question, item in arranged(paper)
    )
    return f"#answer-sheet({string(paper.form)}, filled: {flag(filled)},\n{rows})\n"


def _rows(item: Item, *, filled: bool) -> str:
    """Return an item's rows; the right answers are passed only to a sheet that is filled in."""
    return "".join(
        f"(label: {string(row.label)}, room: {string(row.room)}, choices: {array(row.choices)}, "
        f"right: {array(row.right if filled else ())}),\n"
        for row in answer_rows(item)
    )


def _answer(asked: tuple[Question, Item]) -> str:
    """Return an item's key, reasons and sources."""
    question, item = asked
    reasons = "".join(
        f"#reason({string(entry.label)}, right: {flag(entry.right)})"
        f"[{''.join(words(run.text) for run in runs(entry.text))}]\n"
        for entry in item.reasons()
    )
    sources = "、".join(parse_reference(reference).label for reference in item.source)
    return (
        f"{PLACE}题目 {item.id}\n"
        f"#marked({question.number}, {question.points}, kind: {string(item.own_label)}, "
        f"key: {string(item.key())}, parts: {item.rubric().max}, "
        f"marking: {string(item.marking)}, item: {string(item.id)}, "
        f"sources: {string(sources)})[\n{reasons}]\n"
    )
