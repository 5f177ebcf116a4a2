"""The answer sheet of a paper: the fields to fill in, and the right answer of each.

Each kind lists them in `answer_rows` of its ``sheet.py``. The key is printed in the same places as
a learner's marks, so that a sheet can be marked at a glance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Literal

from exercises.item import Item
from exercises.kinds.registry import module_of


@dataclass(frozen=True)
class AnswerRow:
    """One answer of an item.

    Parameters
    ----------
    room
        How it is answered: by filling in ``one`` or ``any`` number of the choices, a letter or
        number in a ``box``, or text on a ``rule``.
    right
        The right answer: the choices to fill in, or one text.
    choices
        What there is to choose from.
    label
        Which of the item's answers it is, or empty.
    """

    room: Literal["one", "any", "box", "rule"]
    right: tuple[str, ...]
    choices: tuple[str, ...] = ()
    label: str = ""


def answer_rows(item: Item) -> Sequence[AnswerRow]:
    """Return an item's rows on the answer sheet.

    Parameters
    ----------
    item
        An item, arranged as on the paper.

    Returns
    -------
    sequence of AnswerRow
        One row for each of its answers, in order.
    """
    kind = import_module(module_of(item.kind, "sheet"))
    rows: Sequence[AnswerRow] = kind.answer_rows(item)
    return rows
