"""An exercise and its verdict in plain text, for notebooks and terminals."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import starmap
from typing import Final

from exercises.item import Item
from exercises.rubric import Mark, State

#: Wording of the verdicts; ``web/src/words.js`` has the same, with advice added.
VERDICTS: Final[Mapping[State, str]] = {
    "unanswered": "还没有作答",
    "correct": "回答正确",
    "partial": "部分正确",
    "wrong": "回答不正确",
}
_MARKS: Final[Mapping[Mark, str]] = {"right": "√", "wrong": "×", "missed": "○"}


def question(item: Item) -> str:
    """Render a question as plain text.

    Parameters
    ----------
    item
        The item.

    Returns
    -------
    str
        The item's printable form as lines of text, without the answer.
    """
    # Imported late: a kernel that only shows exercises does not need docutils.
    from docutils import nodes

    from exercises import sheet

    def words(node: nodes.Node) -> str:
        if isinstance(node, sheet.exercise_blank):
            return f"（{node['number']}）____"
        if isinstance(node, nodes.Text):
            return node.astext()
        if isinstance(node, sheet.exercise_card):
            return f"【{node['front']}】"
        inside = [words(child) for child in node.children]
        if isinstance(node, sheet.exercise_grid):
            inside.insert(0, "｜".join([node["corner"], *node["heads"]]))
        if isinstance(node, sheet.exercise_draft):
            inside.insert(0, f"【{node['title']}】")
        if isinstance(node, sheet.exercise_entry) and node["label"]:
            return f"{node['label']}. {''.join(inside)}"
        if isinstance(node, sheet.exercise_option):
            return f"{node['label']}. {''.join(inside)}"
        return ("" if isinstance(node, nodes.TextElement) else "\n").join(inside)

    laid = sheet.sheet(item, [])
    return "\n".join(words(node) for node in laid if not isinstance(node, sheet.exercise_answer))


def report(item: Item, response: Mapping[str, str]) -> str:
    """Render an answer and its grade as plain text.

    Parameters
    ----------
    item
        The item.
    response
        The answer, values by slot.

    Returns
    -------
    str
        The answer, the verdict with score, and the feedback, one line each.
    """
    grade = item.rubric().grade(response)
    answered = "；".join(starmap(item.describe, response.items()))
    summary = f"（{grade.summary}）" if grade.summary else ""
    lines = [
        f"作答：{answered or '（空）'}",
        f"结果：{VERDICTS[grade.state]}{summary}，{grade.score}/{grade.max} 分",
    ]
    lines += [f"  {_MARKS[slot.mark]} {slot.feedback}" for slot in grade.slots if slot.feedback]
    return "\n".join(lines)
