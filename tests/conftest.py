"""Which tests need more than a set-up checkout: marker `built`, which `make check` leaves out.

It is given to what runs in a browser, reads what `make book` has built, or builds a book itself:
tests in these folders, tests that ask for one of these fixtures, and modules that name where
something is built.
"""

from __future__ import annotations

from pathlib import Path

import pytest

TESTS = Path(__file__).parent
FOLDERS = {"browser", "notebooks"}
FIXTURES = {"author", "book", "edition", "learner", "teacher"}
NAMES = {"BUILT", "HANDOUT", "SITE", "SmallBook"}


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
