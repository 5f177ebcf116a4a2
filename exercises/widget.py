"""The exercise as an ipywidget.

It is interactive in Jupyter. Its output also names the item, by which a built book shows the
exercise on its page.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import anywidget
import traitlets

from exercises.item import Item
from exercises.output import output_of
from exercises.rubric import Grade
from exercises.words import question, report

_BUILT: Final = Path(__file__).parent / "web" / "dist"


def _built(name: str) -> Path:
    """Return the path of a built front-end file.

    Raises
    ------
    FileNotFoundError
        If the front end has not been built; the message gives the command.
    """
    path = _BUILT / name
    if not path.exists():
        raise FileNotFoundError(f"缺少 {path.name}：请先运行 make book（或只运行 make web）")
    return path


class Exercise(anywidget.AnyWidget):
    """The widget of one item.

    Parameters
    ----------
    item
        The item to show.

    Attributes
    ----------
    response : dict of str to str
        The learner's answer, values by slot; synchronised with the page.
    state : str
        ``new`` or the verdict: ``unanswered``, ``correct``, ``partial``, ``wrong``.
    score : int
        Points of the last attempt.
    attempts : int
        Number of graded attempts.
    """

    _esm = _built("widget.js")
    _css = _built("widget.css")

    payload = traitlets.Dict(read_only=True).tag(sync=True)
    response = traitlets.Dict().tag(sync=True)
    state = traitlets.Unicode("new").tag(sync=True)
    score = traitlets.Int(0).tag(sync=True)
    attempts = traitlets.Int(0).tag(sync=True)

    def __init__(self, item: Item, **traits: Any) -> None:
        super().__init__(**traits)
        self.item = item
        self.set_trait("payload", item.payload() | {"sources": _quoted_sources(item)})

    def submit(self, response: Mapping[str, str] | None = None) -> Grade:
        """Grade a response, as the learner's button does.

        Parameters
        ----------
        response
            The answer to grade; the current `response` if left out.

        Returns
        -------
        Grade
            The grade, which `state` and `score` now reflect.
        """
        with self.hold_sync():
            if response is not None:
                self.response = dict(response)
            grade = self.item.rubric().grade(self.response)
            self.state = grade.state
            self.score = grade.score
            if grade.state != "unanswered":
                self.attempts += 1
        return grade

    def question(self) -> str:
        """Return the question in plain text."""
        return question(self.item)

    def report(self) -> str:
        """Return the answer and its grade in plain text."""
        return report(self.item, self.response)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[Any, Any], dict[Any, Any]] | None:
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle
        return data | output_of(self.item), metadata


def _quoted_sources(item: Item) -> list[dict[str, str]]:
    """Return the sentences behind the key with their text, as there is no book to link to."""
    return [
        {"id": sentence.id, "label": sentence.label, "href": "", "text": sentence.text}
        for sentence in item.sentences
    ]
