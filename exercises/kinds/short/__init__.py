"""The kind ``short``."""

from exercises.kinds.short.item import ShortItem as Item

__all__ = ["Item"]
