"""The kind ``flashcard``."""

from exercises.kinds.flashcard.item import FlashcardItem as Item

__all__ = ["Item"]
