"""Which reader a question has: its kind says so in ``written.py``."""

from __future__ import annotations

from importlib import import_module

from exercises.item import Item
from exercises.kinds.registry import module_of
from exercises.marking.readers import Reader, given_points
from exercises.papers import Question


def reader_of(question: Question, item: Item) -> Reader:
    """Find how the answers of a question are typed.

    Parameters
    ----------
    question
        The question.
    item
        Its item, arranged as on the paper.

    Returns
    -------
    Reader
        That of the item's kind; where learners rate themselves, a marker's points.
    """
    if item.self_rated:
        return given_points(question.points)
    kind = import_module(module_of(item.kind, "written"))
    reader: Reader = kind.reader(item)
    return reader
