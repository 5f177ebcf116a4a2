"""The kind ``categorise``."""

from exercises.kinds.categorise.item import CategoriseItem as Item

__all__ = ["Item"]
