"""The kind ``evidence``."""

from exercises.kinds.evidence.item import EvidenceItem as Item

__all__ = ["Item"]
