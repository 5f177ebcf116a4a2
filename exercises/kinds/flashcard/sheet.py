"""Flashcard in print: the front of the card."""

from docutils import nodes

from exercises.answer_sheet import AnswerRow
from exercises.kinds.flashcard.item import FlashcardItem
from exercises.sheet import exercise_card


def question(item: FlashcardItem) -> list[nodes.Element]:
    """Lay out the card."""
    return [exercise_card("", front=item.front, back=list(item.back))]


def answer_rows(item: FlashcardItem) -> list[AnswerRow]:
    """Return a rule to write on for each entry of the back."""
    return [AnswerRow("rule", (entry,)) for entry in item.back]
