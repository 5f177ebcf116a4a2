"""Options in print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from docutils import nodes

from exercises.answer_sheet import AnswerRow
from exercises.choice.options import Option, letters
from exercises.sheet import exercise_option, exercise_options, inline


def option_list(given: Sequence[Option], *, marker: str) -> nodes.Element:
    """Lay out options with their letters.

    Parameters
    ----------
    given
        Options in the bank's order.
    marker
        ``one`` if one option may be picked, ``any`` if several.

    Returns
    -------
    Element
        The list.
    """
    entries = [
        exercise_option("", "", *inline(entry.text), label=letter)
        for letter, entry in letters(given)
    ]
    return exercise_options("", *entries, marker=marker)


def choice_row(
    given: Sequence[Option], *, room: Literal["one", "any"], label: str = ""
) -> AnswerRow:
    """Return the answer sheet row of a choice: a letter for each option."""
    lettered = letters(given)
    return AnswerRow(
        room,
        right=tuple(letter for letter, option in lettered if option.key),
        choices=tuple(letter for letter, _ in lettered),
        label=label,
    )
