"""The course's own statements are as reviewed last: any change must be in the record's diff."""

from __future__ import annotations

from difflib import unified_diff

import pytest

from tests.record import ours


@pytest.mark.built
@pytest.mark.parametrize(
    ("file", "now"),
    [(ours.STATEMENTS, ours.statements), (ours.ITEMS, ours.items)],
    ids=["statements", "items"],
)
def test_what_is_ours_is_as_recorded(file, now):
    recorded = file.read_text(encoding="utf-8").splitlines()
    changed = list(unified_diff(recorded, now().splitlines(), "recorded", "now", lineterm="", n=1))
    assert not changed, "\n".join(["make notebooks writes the record anew", *changed])
