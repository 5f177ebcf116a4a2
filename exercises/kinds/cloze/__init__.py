"""The kind ``cloze``."""

from exercises.kinds.cloze.item import ClozeItem as Item

__all__ = ["Item"]
