"""The kind ``matching``."""

from exercises.kinds.matching.item import MatchingItem as Item

__all__ = ["Item"]
