"""The kind ``multiple``."""

from exercises.kinds.multiple.item import MultipleItem as Item

__all__ = ["Item"]
