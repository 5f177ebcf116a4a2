"""Find the reader of a question's answers in its kind's ``written.py``."""

from __future__ import annotations

from importlib import import_module

from exercises.item import Item
from exercises.kinds.registry import module_of
from exercises.marking.readers import Reader, given_points
from exercises.papers import Question


def reader_of(question: Question, item: Item) -> Reader:
    """Return the reader of a question's answers.

    Parameters
    ----------
    question
        The question.
    item
        Its item, arranged as on the paper.

    Returns
    -------
    Reader
        The reader of the item's kind; for self-rated kinds, a reader of the points given by a
        marker.
    """
    if item.self_rated:
        return given_points(question.points)
    kind = import_module(module_of(item.kind, "written"))
    reader: Reader = kind.reader(item)
    return reader
