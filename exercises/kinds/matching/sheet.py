"""Matching in print: premises with a rule for a letter, beside the lettered options."""

from docutils import nodes

from exercises.answer_sheet import AnswerRow
from exercises.kinds.matching.item import MatchingItem
from exercises.sheet import exercise_entries, exercise_entry, inline


def question(item: MatchingItem) -> list[nodes.Element]:
    """Lay out the two columns."""
    premises = [
        exercise_entry("", "", *inline(premise.text), label=f"{number}.", room="rule")
        for number, premise in enumerate(item.premises, start=1)
    ]
    options = [
        exercise_entry("", "", *inline(option), label=f"{letter}.", room="none")
        for letter, option in item.lettered()
    ]
    return [
        exercise_entries(
            "",
            exercise_entries("", *premises, style="plain"),
            exercise_entries("", *options, style="plain"),
            style="two-columns",
        )
    ]


def answer_rows(item: MatchingItem) -> list[AnswerRow]:
    """Return a box for each premise's letter on the answer sheet."""
    letters = {option: letter for letter, option in item.lettered()}
    return [
        AnswerRow("box", (letters[premise.option],), label=str(number))
        for number, premise in enumerate(item.premises, start=1)
    ]
