"""Flashcard in print: the front of the card."""

from docutils import nodes

from exercises.kinds.flashcard.item import FlashcardItem
from exercises.sheet import exercise_card


def question(item: FlashcardItem) -> list[nodes.Element]:
    """Lay out the card."""
    return [exercise_card("", front=item.front, back=item.key())]
