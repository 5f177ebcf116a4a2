"""Run notebooks in kernels that start immediately."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from tests.notebooks.warm_kernels import warm_kernels


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    with warm_kernels():
        return (yield)
