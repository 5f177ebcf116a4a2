"""Which tests come first, and which need more than a set-up checkout.

The latter have the marker `built`, which `make check` leaves out. It is given to what runs in a
browser, reads what `make book` has built, or builds a book itself: tests in these folders, tests
that ask for one of these fixtures, and modules that name where something is built.
"""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
FOLDERS = {"browser", "notebooks"}
FIXTURES = {"author", "book", "edition", "learner", "teacher"}
NAMES = {"BUILT", "HANDOUT", "SITE", "SmallBook"}

#: What takes long, the longest first, so that no worker is left with it at the end. What runs in
#: a browser comes before all else: each worker starts it once.
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
    """Look for no garbage in what is there now: it stays."""
    gc.collect()
    gc.freeze()


def rank(item: pytest.Item) -> int:
    """Give the place of a test in the order of what takes long."""
    place = item.path.relative_to(TESTS)
    names = {place.as_posix(), *(folder.as_posix() for folder in place.parents)}
    return min((LONG.index(name) for name in names.intersection(LONG)), default=len(LONG))
