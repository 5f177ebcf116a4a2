"""The order of the tests, and the marker of those that need more than a set-up checkout.

`make check` leaves out tests marked `built`: those that run in a browser, read the output of `make
book`, or build a book themselves. The marker is set for tests in certain folders, tests that use
certain fixtures, and modules that use certain names.
"""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
FOLDERS = {"browser", "notebooks"}
FIXTURES = {"author", "book", "edition", "learner", "teacher"}
NAMES = {"BUILT", "HANDOUT", "SITE", "SmallBook"}

#: Slow tests, the slowest first, so that no worker is left with one at the end. Browser tests come
#: before all others, so that each worker starts its browser once.
LONG = (
    "browser/test_every_page.py",
    "browser/test_final_test.py",
    "browser/test_accessibility.py",
    "browser/test_kinds.py",
    "browser",
    "publishing/test_build_stops.py",
    "handout/test_layout.py",
    "handout",
    "publishing",
    "notebooks",
)


def needs_a_book(item: pytest.Item) -> bool:
    folder = item.path.relative_to(TESTS).parts[0]
    fixtures = getattr(item, "fixturenames", ())
    module = getattr(item, "module", None)
    return bool(
        folder in FOLDERS or FIXTURES.intersection(fixtures) or NAMES.intersection(dir(module))
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if needs_a_book(item):
            item.add_marker("built")
    items.sort(key=rank)


def pytest_collection_finish() -> None:
    """Exclude all existing objects from garbage collection: they stay until the end."""
    gc.collect()
    gc.freeze()


def rank(item: pytest.Item) -> int:
    """Return the position of a test among the slow ones."""
    place = item.path.relative_to(TESTS)
    names = {place.as_posix(), *(folder.as_posix() for folder in place.parents)}
    return min((LONG.index(name) for name in names.intersection(LONG)), default=len(LONG))
