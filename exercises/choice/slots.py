"""Rubric slots for picking one of several options, or any of them."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.choice.options import Option, identified
from exercises.rubric import Outcome, Slot


def one_of(options: Sequence[Option], *, absent: Outcome) -> Slot:
    """Make the slot of a choice with one key: its values are the options.

    Parameters
    ----------
    options
        The options, one of them the key, which earns a point.
    absent
        Outcome of picking none.
    """
    values = {
        id_: Outcome(int(option.key), "right" if option.key else "wrong", option.feedback)
        for id_, option in identified(options)
    }
    return Slot(values, other=Outcome(0, "wrong"), absent=absent)


def picked_or_not(value: str, feedback: str, *, key: bool) -> Slot:
    """Create the slot of an option that can be picked or left out.

    A picked key earns a point and a picked distractor costs one, so that picking everything earns
    nothing.

    Parameters
    ----------
    value
        The slot's value if the option is picked.
    feedback
        Feedback on it.
    key
        Whether it should be picked.
    """
    if key:
        missed = Outcome(0, "missed", feedback)
        return Slot({value: Outcome(1, "right", feedback)}, other=missed, absent=missed)
    left = Outcome(0, "none")
    return Slot({value: Outcome(-1, "wrong", feedback)}, other=left, absent=left)
