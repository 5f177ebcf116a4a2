"""The kind ``tree``."""

from exercises.kinds.tree.item import TreeItem as Item

__all__ = ["Item"]
