"""Matching in print: premises with a rule for a letter, beside lettered options."""

from docutils import nodes

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
