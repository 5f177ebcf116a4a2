"""The kind ``mark``."""

from exercises.kinds.mark.item import MarkItem as Item

__all__ = ["Item"]
