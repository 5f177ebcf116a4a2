"""The kind ``scenario``."""

from exercises.kinds.scenario.item import ScenarioItem as Item

__all__ = ["Item"]
