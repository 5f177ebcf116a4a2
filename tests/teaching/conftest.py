"""The teaching material of this repository's course, read once."""

from __future__ import annotations

import pytest

from teaching.material import Material, load_material
from tests.this_course import COURSE


@pytest.fixture(scope="session")
def material() -> Material:
    return load_material(COURSE)
