"""True or false in print: brackets for the judgement, and lettered corrections."""

from docutils import nodes

from exercises.answer_sheet import AnswerRow
from exercises.kinds.true_false.item import TrueFalseItem
from exercises.sheet import (
    exercise_entries,
    exercise_entry,
    exercise_option,
    exercise_options,
    inline,
)


def question(item: TrueFalseItem) -> list[nodes.Element]:
    """Lay out the statement and the corrections."""
    statement = exercise_entry("", "", *inline(item.statement), label="", room="brackets")
    corrections = [
        exercise_option("", "", *inline(correction.text), label=id_.upper())
        for id_, correction in item.lettered()
    ]
    return [
        exercise_entries("", statement, style="plain"),
        exercise_options("", *corrections, marker="one"),
    ]


def answer_rows(item: TrueFalseItem) -> list[AnswerRow]:
    """Return the answer sheet rows of judgement and correction."""
    lettered = [(id_.upper(), correction) for id_, correction in item.lettered()]
    return [
        AnswerRow("one", ("√" if item.verdict else "×",), ("√", "×")),
        AnswerRow(
            "one",
            right=tuple(letter for letter, correction in lettered if correction.key),
            choices=tuple(letter for letter, _ in lettered),
            label="改法",
        ),
    ]
