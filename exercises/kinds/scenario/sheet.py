"""Scenario in print: each decision as a numbered question after its scene."""

from docutils import nodes

from exercises.answer_sheet import AnswerRow
from exercises.choice.sheet import choice_row, option_list
from exercises.kinds.scenario.item import ScenarioItem
from exercises.sheet import exercise_entries, exercise_entry, exercise_scene, inline


def question(item: ScenarioItem) -> list[nodes.Element]:
    """Lay out scene, question and options of every step."""
    laid: list[nodes.Element] = []
    for number, step in enumerate(item.steps, start=1):
        asked = exercise_entry("", "", *inline(step.question), label=str(number), room="none")
        laid += [
            exercise_scene("", "", *inline(step.scene)),
            exercise_entries("", asked, style="plain"),
            option_list(step.options, marker="one"),
        ]
    return laid


def answer_rows(item: ScenarioItem) -> list[AnswerRow]:
    """Return the answer sheet row of each step."""
    return [
        choice_row(step.options, room="one", label=str(number))
        for number, step in enumerate(item.steps, start=1)
    ]
