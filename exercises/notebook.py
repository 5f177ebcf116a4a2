"""What a notebook's author calls: load, show and grade an item by its id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from exercises.bank import load_bank
from exercises.rubric import Grade

if TYPE_CHECKING:
    from exercises.widget import Exercise


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

    return Exercise(load_bank().item(item_id))


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
    return load_bank().item(item_id).rubric().grade(response)
