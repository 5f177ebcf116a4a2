"""Each browser in turn, once for all tests, and the built site on a small server."""

from __future__ import annotations

import importlib

import pytest

from tests.browser.hosts import Host
from tests.browser.reader import SITE

#: A browser's tests, and the module and class that drive it.
BROWSERS = {
    "firefox": ("firefox", "Firefox"),
    "webkit": ("webkit", "WebKit"),
    "chrome109": ("chrome109", "Chrome109"),
}

#: All of a page is alive, and nothing more comes: Firefox logs an error for what is on its way
#: through the offline copy when the page is left, which no reader does as fast as this.
ALIVE = """async () => {
  const { course, exercises } = document.documentElement.dataset;
  if (course !== 'ready' || ![undefined, 'ready'].includes(exercises)) return false;
  const come = () => performance.getEntriesByType('resource').length;
  const before = come();
  await new Promise((done) => setTimeout(done, 300));
  return come() === before;
}"""


@pytest.fixture(scope="session", params=BROWSERS)
def driven(request):
    module, name = BROWSERS[request.param]
    browser = getattr(importlib.import_module(f"tests.browsers.{module}"), name)()
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def host():
    if not (SITE / "index.html").exists():
        pytest.fail("还没有构建网页版；请先运行 make book")
    host = Host(SITE, under="/courses/speech/")
    with host.serving():
        yield host


@pytest.fixture
def visit(driven, host):
    """Open a page of the course and wait until all of it is alive."""

    def visit(page):
        driven.open(host.address + page)
        driven.wait(ALIVE, f"{page} alive")

    return visit


@pytest.fixture
def no_error_is_logged(driven):
    driven.troubles()
    yield
    assert driven.troubles() == []
