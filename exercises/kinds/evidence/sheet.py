"""Evidence in print: lettered options, then the passage with a box before each sentence."""

from docutils import nodes

from exercises.answer_sheet import AnswerRow
from exercises.choice.sheet import choice_row, option_list
from exercises.kinds.evidence.item import EvidenceItem
from exercises.sheet import exercise_entries, exercise_entry


def question(item: EvidenceItem) -> list[nodes.Element]:
    """Lay out the options, then the question for the grounds and its passage."""
    asked = exercise_entry("", "", nodes.Text(item.asks_for_grounds), label="", room="none")
    sentences = [
        exercise_entry(
            "", "", nodes.Text(entry.found.text), label=entry.found.label, room="tick", of="text"
        )
        for entry in item.passage
    ]
    return [
        option_list(item.options, marker="one"),
        exercise_entries("", asked, style="plain"),
        exercise_entries("", *sentences, style="plain"),
    ]


def answer_rows(item: EvidenceItem) -> list[AnswerRow]:
    """Return the answer sheet rows of decision and grounds."""
    return [
        choice_row(item.options, room="one"),
        AnswerRow("rule", (item.grounds,), label="依据"),
    ]
