"""The interface for notebook authors: load, show and grade items by id."""

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


#: The course being built, when cells are executed in the build process.
_BUILDING: Final[ContextVar[Course | None]] = ContextVar("building", default=None)


@contextmanager
def cells_of(course: Course) -> Generator[None]:
    """Make cells that run in this context take their items from a course.

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
    """Return the bank of the course being built or, in a kernel, of the working folder."""
    return load_bank(_BUILDING.get() or _course_at(Path.cwd()))


def load(item_id: str) -> Exercise:
    """Create the widget of an item.

    Parameters
    ----------
    item_id
        Id of an item in the course's bank.

    Returns
    -------
    Exercise
        A widget that can be displayed, answered and observed.

    Raises
    ------
    UnknownItemError
        If the bank has no such item; the message names the closest id.
    """
    # Imported late: the widget needs the built front end and Jupyter's comm machinery; grading and
    # the command line do not.
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
            # A built page takes the item from the bank and needs no widget.
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
        Values by slot, as named in the item's rubric.

    Returns
    -------
    Grade
        Score, verdict and feedback.
    """
    return _bank().item(item_id).rubric().grade(response)
