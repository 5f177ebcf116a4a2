"""Check a single rule over a small bank."""

from dataclasses import replace

from exercises import read_bank
from exercises.rules import Scope, rules
from tests.exercises.banks import HEADER, write_bank


def broken(folder, rule, *items, header=HEADER, least=None, **bound):
    """Return the faults that a rule finds.

    `bound` replaces some of its bounds, `least` the minimum numbers in ``course.yml``.
    """
    course = write_bank(folder, *items, header=header, **(least or {}))
    entry = rules()[rule]
    changed = replace(entry, bound={**entry.bound, **bound})
    return changed.check(Scope(read_bank(course), course))
