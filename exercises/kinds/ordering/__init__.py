"""The kind ``ordering``."""

from exercises.kinds.ordering.item import OrderingItem as Item

__all__ = ["Item"]
