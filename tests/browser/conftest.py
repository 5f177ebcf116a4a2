"""The browser, and the built site over http and as files."""

import functools
import os
from contextlib import closing, contextmanager
from http.server import SimpleHTTPRequestHandler

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.chromium import launch_options
from tests.browser.hosts import Listening
from tests.browser.reader import PATIENCE, ROOT, SITE, Exercise, Shelf, Tab, cut_off, open_page
from tests.second_course import built_in

SUB_PATH = "/courses/speech"

# What comes at once on an idle machine may take seconds on a busy one.
expect.set_options(timeout=PATIENCE)


# Package scope: playwright's event loop must be gone before notebooks want theirs.
@pytest.fixture(scope="package")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        # Each context would fetch the whole course for its offline copy; test_offline.py says
        # service_workers="allow".
        browser.new_context = functools.partial(browser.new_context, service_workers="block")
        yield browser
        browser.close()


@contextmanager
def serving(folder):
    """Serve a site below a path, as a learning platform would."""

    class Handler(SimpleHTTPRequestHandler):
        def translate_path(self, path):
            if not path.startswith(f"{SUB_PATH}/"):
                return f"{folder}/not-below-the-sub-path"
            return super().translate_path(path.removeprefix(SUB_PATH))

        def log_message(self, *_):
            pass

    with closing(Listening(functools.partial(Handler, directory=str(folder)))) as server:
        yield f"{server.address}{SUB_PATH}/"


@pytest.fixture(scope="package")
def http_site():
    with serving(SITE) as address:
        yield address


@pytest.fixture(scope="session")
def shishuo(tmp_path_factory):
    """The second course, built once for all workers."""
    folder = tmp_path_factory.getbasetemp()
    return built_in(folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder)


@pytest.fixture(scope="package")
def shishuo_site(shishuo):
    """The site of the second course, for modules that test machinery and not the speech."""
    with serving(shishuo.site) as address:
        yield address


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
def shelf(browser, site):
    """Make a reader, whose browser has the given traits and who opens each page once."""
    contexts = []

    def shelf(*, init="", **traits):
        context = browser.new_context(**traits)
        contexts.append(context)
        cut_off(context, site)
        if init:
            context.add_init_script(init)
        return Shelf(context, site)

    yield shelf
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def open_pages(shelf):
    """Pages of one reader, each loaded once."""
    return shelf()


@pytest.fixture(scope="module")
def tab(shelf):
    """A tab whose reader is a new one with each page that is opened in it."""
    return Tab(shelf())


@pytest.fixture
def exercise(open_pages, item):
    """The exercise of an item, as new."""
    exercise = Exercise(open_pages(item.page), item.id)
    exercise.reset()
    return exercise
