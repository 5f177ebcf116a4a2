"""Code of a stock notebook's cell that shows questions, for each tool."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from bench.stock.question import Question

_QUIZ: Final = """\
from jupyterquiz import display_quiz
display_quiz(QUESTIONS)"""

_WIDGETS: Final = """\
import ipywidgets as widgets
from IPython.display import display


def ask(question):
    told = widgets.HTML()
    texts = [text for text, _, _ in question["options"]]
    if question["many"]:
        boxes = [widgets.Checkbox(description=text, indent=False) for text in texts]
        picked = lambda: [box.value for box in boxes]
        form = widgets.VBox(boxes)
    else:
        form = widgets.RadioButtons(options=texts, value=None)
        picked = lambda: [text == form.value for text in texts]
    button = widgets.Button(description="提交")

    def grade(_):
        right = [is_right for _, is_right, _ in question["options"]]
        told.value = "正确" if picked() == right else "不正确"

    button.on_click(grade)
    display(widgets.VBox([widgets.HTML(question["stem"]), form, button, told]))


for question in QUESTIONS:
    ask(question)"""


def _for_jupyterquiz(question: Question) -> dict[str, Any]:
    return {
        "question": question.stem,
        "type": "many_choice" if question.many else "multiple_choice",
        "answers": [
            {"answer": text, "correct": right, "feedback": feedback}
            for text, right, feedback in question.options
        ],
    }


def jupyterquiz_cell(questions: Sequence[Question]) -> str:
    """Return code that shows questions with jupyterquiz."""
    return _QUIZ.replace("QUESTIONS", repr([_for_jupyterquiz(question) for question in questions]))


def widgets_cell(questions: Sequence[Question]) -> str:
    """Return code that shows questions with plain ipywidgets."""
    return _WIDGETS.replace("QUESTIONS", repr([question.data() for question in questions]))
