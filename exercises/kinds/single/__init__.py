"""The kind ``single``."""

from exercises.kinds.single.item import SingleItem as Item

__all__ = ["Item"]
