"""Fixtures for tests of the bank."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exercises.slipped import Slipped


@pytest.fixture
def slipped(tmp_path: Path) -> Slipped:
    """Return a copy of the small course, without mistakes so far."""
    return Slipped(tmp_path)
