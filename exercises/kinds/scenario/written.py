"""Typed answers of a scenario: the letters of its steps, in order."""

from string import ascii_uppercase

from exercises.choice.options import identified
from exercises.kinds.scenario.item import ScenarioItem
from exercises.marking.readers import Reader, letter_row


def reader(item: ScenarioItem) -> Reader:
    """Return the reader of one letter per step."""
    places = [(str(number), str(number)) for number, _ in enumerate(item.steps, start=1)]
    letters = [
        dict(zip(ascii_uppercase, [id_ for id_, _ in identified(step.options)], strict=False))
        for step in item.steps
    ]
    return letter_row("各步", places, letters)
