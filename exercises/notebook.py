"""What a notebook's author calls: load, show and grade an item by its id."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from course import Course
from exercises.bank import Bank, load_bank
from exercises.output import output_of
from exercises.rubric import Grade

if TYPE_CHECKING:
    from exercises.widget import Exercise


#: The course whose page is being executed, where cells run in the building process.
_BUILDING: Final[ContextVar[Course | None]] = ContextVar("building", default=None)


@contextmanager
def cells_of(course: Course) -> Generator[None]:
    """Have the cells that run meanwhile take their items from a course.

    Parameters
    ----------
    course
        The course that is being built.
    """
    token = _BUILDING.set(course)
    try:
        yield
    finally:
        _BUILDING.reset(token)


@cache
def _course_at(folder: Path) -> Course:
    return Course.at(folder)


def _bank() -> Bank:
    """Give the bank of the course being built or, in a kernel, of the working folder's course."""
    return load_bank(_BUILDING.get() or _course_at(Path.cwd()))


def load(item_id: str) -> Exercise:
    """Make the widget of an item.

    Parameters
    ----------
    item_id
        Id of an item of the course's bank.

    Returns
    -------
    Exercise
        A widget that can be displayed, answered and observed.

    Raises
    ------
    UnknownItemError
        If the bank has no such item; the message gives the nearest id.
    """
    # Imported here because the widget needs the built front end and Jupyter's
    # comm machinery, which grading and the command line do not.
    from exercises.widget import Exercise

    return Exercise(_bank().item(item_id))


def show(*item_ids: str) -> None:
    """Display exercises below a notebook cell, in order.

    Parameters
    ----------
    *item_ids
        Ids of items of the course's bank.

    Raises
    ------
    UnknownItemError
        If the bank lacks one of them.
    """
    from IPython.display import display

    for item_id in item_ids:
        if _BUILDING.get():
            # A page takes the item itself from the bank, and has no use for a widget.
            display(output_of(_bank().item(item_id)), raw=True)  # type: ignore[no-untyped-call]
        else:
            display(load(item_id))  # type: ignore[no-untyped-call]


def grade(item_id: str, response: Mapping[str, str]) -> Grade:
    """Grade a response to an item without a widget.

    Parameters
    ----------
    item_id
        Id of an item of the course's bank.
    response
        Slot to value, as the item's rubric names them.

    Returns
    -------
    Grade
        Score, verdict and feedback.
    """
    return _bank().item(item_id).rubric().grade(response)
