"""The course's own bank follows all item-writing rules."""

import pytest

from exercises.rules import Scope, check, rules
from tests.this_course import COURSE, load_bank


@pytest.mark.parametrize("rule", rules())
def test_the_bank_keeps_the_rule(rule):
    assert [str(fault) for fault in check(Scope(load_bank(), COURSE), only=[rule])] == []
