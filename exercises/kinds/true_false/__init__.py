"""The kind ``true-false``."""

from exercises.kinds.true_false.item import TrueFalseItem as Item

__all__ = ["Item"]
