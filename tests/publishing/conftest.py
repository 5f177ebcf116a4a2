"""Fixtures for tests that build a book."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publishing.books import SmallBook


@pytest.fixture
def book(tmp_path: Path) -> SmallBook:
    """Return a small valid book that is not built yet."""
    return SmallBook(tmp_path)
