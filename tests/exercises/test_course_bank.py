"""The course's own bank keeps every item-writing rule."""

import pytest

from exercises import load_bank
from exercises.rules import Course, check, rules


@pytest.mark.parametrize("rule", rules())
def test_the_bank_keeps_the_rule(rule):
    assert [str(fault) for fault in check(Course(load_bank()), only=[rule])] == []
