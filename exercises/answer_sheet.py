"""The answer sheet of a paper: where each answer goes, and what stands there if it is right.

A kind tells it in `answer_rows` of its ``sheet.py``; in print, what is filled
in lies where a learner's mark lies, so that a sheet is marked at a glance.
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
        ``one`` or ``any`` of the choices to fill in, a ``box`` for a letter or a
        number, or a ``rule`` to write on.
    right
        What is filled in: choices, or the one text.
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
    """Give an item's place on the answer sheet.

    Parameters
    ----------
    item
        An item, arranged as on the paper.

    Returns
    -------
    sequence of AnswerRow
        Its answers in order.
    """
    kind = import_module(module_of(item.kind, "sheet"))
    rows: Sequence[AnswerRow] = kind.answer_rows(item)
    return rows
