"""The browser, and the built site over http and as files."""

import functools
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.reader import ROOT, SITE, Exercise, cut_off, open_page

SUB_PATH = "/courses/speech"


# Package scope: playwright's event loop must be gone before notebooks want theirs.
@pytest.fixture(scope="package")
def browser():
    executable = shutil.which("chromium")
    if executable is None:
        pytest.fail("没有 Chromium：请安装 Debian 的软件包 chromium（apt-get install chromium）")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        # Each context would fetch the whole course for its offline copy; test_offline.py says
        # service_workers="allow".
        browser.new_context = functools.partial(browser.new_context, service_workers="block")
        yield browser
        browser.close()


class UnderSubPath(SimpleHTTPRequestHandler):
    """Serves the site below a path, as a learning platform would."""

    def translate_path(self, path):
        if not path.startswith(f"{SUB_PATH}/"):
            return str(SITE / "not-below-the-sub-path")
        return super().translate_path(path.removeprefix(SUB_PATH))

    def log_message(self, *_):
        pass


@pytest.fixture(scope="package")
def http_site():
    handler = functools.partial(UnderSubPath, directory=str(SITE))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="package")
def file_site():
    if not (SITE / "index.html").exists():
        pytest.fail(f"还没有构建网页版：{SITE.relative_to(ROOT)}；请先运行 make book")
    return f"{SITE.as_uri()}/"


@pytest.fixture(scope="package")
def site(file_site):
    """Where the tests of a module find the course; a module may say otherwise."""
    return file_site


@pytest.fixture
def visit(browser, site):
    """Open a page of the course as a new reader, whose browser has the given traits."""
    contexts = []

    def visit(page, *, init="", **traits):
        context = browser.new_context(**traits)
        contexts.append(context)
        cut_off(context, site)
        if init:
            context.add_init_script(init)
        return open_page(context, site + page)

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def open_pages(browser, site):
    """Pages of one reader, each loaded once."""
    context = browser.new_context()
    cut_off(context, site)
    pages = {}

    def page_of(name):
        if name not in pages:
            pages[name] = open_page(context, site + name)
        if not pages[name].evaluate("() => document.hasFocus()"):
            # A browser lets a page in the background draw but once a second.
            pages[name].bring_to_front()
        return pages[name]

    yield page_of
    context.close()


@pytest.fixture
def exercise(open_pages, item):
    """The exercise of an item, as new."""
    exercise = Exercise(open_pages(item.page), item.id)
    exercise.reset()
    return exercise
