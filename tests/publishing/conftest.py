"""Fixtures for tests that build a book."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publishing.books import SmallBook


@pytest.fixture
def book(tmp_path: Path) -> SmallBook:
    """Give a small, sound book, not yet built."""
    return SmallBook(tmp_path)
