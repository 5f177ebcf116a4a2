"""One rule, checked over a small bank."""

from dataclasses import replace

from exercises import read_bank
from exercises.rules import Course, rules
from tests.exercises.banks import HEADER, write_bank


def broken(folder, rule, *items, header=HEADER, project=None, **bound):
    """Give the faults that a rule finds; `bound` stands in for some of its figures."""
    bank = read_bank(write_bank(folder, *items, header=header))
    entry = rules()[rule]
    return replace(entry, bound={**entry.bound, **bound}).check(Course(bank, project or folder))
