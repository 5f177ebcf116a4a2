"""The course's own bank has what a course needs."""

from collections import Counter

import pytest

from exercises import load_bank
from exercises.kinds.registry import kinds

CHAPTERS = [chapter for chapter in load_bank().chapters if chapter.id != "guide"]


def test_there_are_enough_items():
    assert len(load_bank()) >= 45


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda c: c.id)
def test_every_chapter_has_three_items_or_more(chapter):
    assert len(chapter.items) >= 3


@pytest.mark.parametrize("chapter", load_bank().chapters, ids=lambda c: c.id)
def test_every_objective_is_tested_twice(chapter):
    tested = Counter(item.objective for item in chapter.items)
    assert all(tested[objective.id] >= 2 for objective in chapter.objectives)


def test_every_kind_is_used():
    assert {item.kind for item in load_bank()} == set(kinds())
