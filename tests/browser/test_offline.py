"""The installed course: read with no network, updated whole and when the reader agrees."""

import functools
import shutil
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from publishing.site import finish_site
from tests.browser.conftest import SUB_PATH
from tests.browser.few_pages import site_of
from tests.browser.reader import SITE, course_pages
from tests.this_course import COURSE

READY = "navigator.serviceWorker.ready.then(() => true)"
NOTICE = ".update-notice"
AFTER_UPDATE = "() => document.querySelector('h1')?.textContent.startsWith('新版')"


@pytest.fixture(scope="module")
def few_pages(tmp_path_factory):
    return site_of({"index", "c03", "c04"}, tmp_path_factory.mktemp("few") / "site")


@pytest.fixture
def published(tmp_path, few_pages):
    """A few pages that a test may change, as `https://host/courses/speech/` has them."""
    return shutil.copytree(few_pages, tmp_path / "site")


@contextmanager
def serving(folder):
    class Handler(SimpleHTTPRequestHandler):
        def translate_path(self, path):
            return super().translate_path(path.removeprefix(SUB_PATH))

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def server(published):
    with serving(published) as address:
        yield address


@contextmanager
def installing(browser, server):
    context = browser.new_context(service_workers="allow")
    try:
        page = context.new_page()
        page.goto(f"{server}book/c03.html")
        page.evaluate(READY)
        page.reload()
        page.wait_for_function("() => navigator.serviceWorker.controller !== null")
        yield page
    finally:
        context.close()


@pytest.fixture
def installed(browser, server):
    """A page of a reader who has the offline copy of the few pages."""
    with installing(browser, server) as page:
        yield page


@pytest.fixture(scope="module")
def whole(browser):
    """A page of a reader who has the whole course's, and where that is served."""
    with serving(SITE) as server, installing(browser, server) as page:
        yield page, server


@pytest.fixture
def offline(whole):
    """That reader without a network."""
    page, server = whole
    page.context.set_offline(offline=True)
    yield page, server
    page.context.set_offline(offline=False)


def publish_anew(folder):
    """Change a page, a script's data and nothing else; finish the site as a build does."""
    for name in ("c03", "c04"):
        page = folder / "book" / f"{name}.html"
        page.write_text(page.read_text(encoding="utf-8").replace("<h1>", "<h1>新版"), "utf-8")
    finish_site(folder, folder / "handout.pdf.none", COURSE.settings)


def ask_for_update(page):
    page.evaluate("navigator.serviceWorker.getRegistration().then((r) => r.update())")


def test_the_whole_course_is_there_without_a_network(offline):
    page, server = offline
    missing = []

    def note(request):
        # Chromium asks for the tab's icon past the worker. What the reader leaves before it has
        # come is not missing.
        if not request.url.endswith("/favicon.svg") and request.failure != "net::ERR_ABORTED":
            missing.append(request.url)

    page.context.on("requestfailed", note)
    for name in course_pages():
        response = page.goto(server + name)
        assert response.status == 200, name
    page.context.remove_listener("requestfailed", note)
    assert missing == []


def test_an_exercise_is_graded_without_a_network(offline):
    page, server = offline
    page.goto(f"{server}book/c04.html")
    page.wait_for_selector("html[data-exercises=ready]")
    exercise = page.locator("section.exercise").first
    exercise.evaluate("(root) => root.reveal()")
    assert exercise.locator("[role=status]").inner_text()


def test_a_page_that_is_not_there_is_said_in_chinese(offline):
    page, server = offline
    response = page.goto(f"{server}no-such-page.html")
    assert response.status == 404
    assert page.locator("h1").inner_text() == "没有这一页"


def test_no_page_is_of_the_new_version_before_the_reader_agrees(installed, server, published):
    publish_anew(published)
    ask_for_update(installed)
    installed.wait_for_selector(NOTICE)
    installed.goto(f"{server}book/c04.html")
    assert not installed.evaluate(AFTER_UPDATE)
    # The notice stays on every page until it is heeded.
    installed.wait_for_selector(NOTICE)


def test_every_open_page_is_new_once_the_reader_agrees(installed, server, published):
    other = installed.context.new_page()
    other.goto(f"{server}book/c04.html")
    publish_anew(published)
    ask_for_update(installed)
    installed.get_by_role("button", name="换用新版本").click()
    for page in (installed, other):
        page.wait_for_function(AFTER_UPDATE)
    names = installed.evaluate("caches.keys()")
    assert len(names) == 1


def test_the_notice_can_be_put_off(installed, published):
    publish_anew(published)
    ask_for_update(installed)
    installed.get_by_role("button", name="以后再说").click()
    assert installed.locator(NOTICE).count() == 0
    assert not installed.evaluate(AFTER_UPDATE)


def test_a_version_that_is_half_uploaded_is_not_taken(installed, published):
    page = published / "book" / "c04.html"
    before = page.read_text(encoding="utf-8")
    publish_anew(published)
    page.write_text(before, encoding="utf-8")
    ask_for_update(installed)
    waiting = installed.evaluate(
        """async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          const fresh = registration.installing ?? registration.waiting;
          if (!fresh) return 'none';
          await new Promise((done) => {
            const look = () => {
              if (['redundant', 'installed'].includes(fresh.state)) done();
            };
            fresh.addEventListener('statechange', look);
            look();
          });
          return fresh.state;
        }"""
    )
    assert waiting == "redundant"
    assert installed.locator(NOTICE).count() == 0


def test_the_course_can_be_installed_as_an_app(whole):
    page, server = whole
    link = page.locator("link[rel=manifest]").evaluate("(link) => link.href")
    manifest = page.evaluate("(url) => fetch(url).then((r) => r.json())", link)
    assert manifest["lang"] == "zh-CN"
    for icon in manifest["icons"]:
        answer = page.request.get(server + icon["src"])
        assert answer.status == 200, icon
    assert page.request.get(server + manifest["start_url"]).status == 200
