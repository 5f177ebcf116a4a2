"""Interactive exercises on the speech: items, grading, widget, print.

In a notebook::

    from exercises import show
    show("CHAPTER-NAME")
"""

from exercises.bank import Bank, BankError, Chapter, UnknownItemError, load_bank, read_bank
from exercises.notebook import grade, load, show
from exercises.rubric import Grade

__all__ = [
    "Bank",
    "BankError",
    "Chapter",
    "Grade",
    "UnknownItemError",
    "grade",
    "load",
    "load_bank",
    "read_bank",
    "show",
]
