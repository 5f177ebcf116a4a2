"""The two built editions."""

from __future__ import annotations

import pytest

from tests.handout.reading import BUILT, Pdf


def _edition(name: str) -> Pdf:
    path = BUILT / name
    assert path.exists(), f"没有 {path}；请先运行 make handout"
    return Pdf(path)


@pytest.fixture(scope="session")
def learner() -> Pdf:
    return _edition("handout.pdf")


@pytest.fixture(scope="session")
def teacher() -> Pdf:
    return _edition("handout-teacher.pdf")


@pytest.fixture(scope="session")
def reading() -> Pdf:
    return _edition("handout-reading.pdf")


@pytest.fixture(params=["handout.pdf", "handout-teacher.pdf"])
def edition(request: pytest.FixtureRequest) -> Pdf:
    return _edition(request.param)
