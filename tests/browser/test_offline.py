"""The installed course: read with no network, updated whole and when the reader agrees."""

import shutil
from contextlib import contextmanager

import pytest

from publishing.site.finish import finish_site
from tests.browser.conftest import serving
from tests.browser.reader import course_pages
from tests.second_course import CHAPTERS, SHISHUO

PAGE, OTHER, _ = CHAPTERS

READY = "navigator.serviceWorker.ready.then(() => true)"
NOTICE = ".update-notice"
AFTER_UPDATE = "() => document.querySelector('h1')?.textContent.startsWith('新版')"


@pytest.fixture
def published(tmp_path, shishuo):
    """A course that a test may change, as `https://host/courses/speech/` has it."""
    return shutil.copytree(shishuo.site, tmp_path / "site")


@pytest.fixture
def server(published):
    with serving(published) as address:
        yield address


@contextmanager
def installing(browser, server):
    context = browser.new_context(service_workers="allow")
    try:
        page = context.new_page()
        page.goto(server + PAGE)
        page.evaluate(READY)
        page.reload()
        page.wait_for_function("() => navigator.serviceWorker.controller !== null")
        yield page
    finally:
        context.close()


@pytest.fixture
def installed(browser, server):
    """A page of a reader who has the offline copy."""
    with installing(browser, server) as page:
        yield page


@pytest.fixture(scope="module")
def whole(browser, shishuo_site):
    """A page of a reader who only reads, and where the course is served."""
    with installing(browser, shishuo_site) as page:
        yield page, shishuo_site


@pytest.fixture
def offline(whole):
    """That reader without a network."""
    page, server = whole
    page.context.set_offline(offline=True)
    yield page, server
    page.context.set_offline(offline=False)


def publish_anew(folder):
    """Change a page, a script's data and nothing else; finish the site as a build does."""
    for name in (PAGE, OTHER):
        page = folder / name
        page.write_text(page.read_text(encoding="utf-8").replace("<h1>", "<h1>新版"), "utf-8")
    finish_site(folder, folder / "handout.pdf.none", SHISHUO.settings)


def ask_for_update(page):
    page.evaluate("navigator.serviceWorker.getRegistration().then((r) => r.update())")


def test_the_whole_course_is_there_without_a_network(offline, shishuo):
    page, server = offline
    missing = []

    def note(request):
        # Chromium asks for the tab's icon past the worker. What the reader leaves before it has
        # come is not missing.
        if not request.url.endswith("/favicon.svg") and request.failure != "net::ERR_ABORTED":
            missing.append(request.url)

    page.context.on("requestfailed", note)
    for name in course_pages(shishuo):
        response = page.goto(server + name)
        assert response.status == 200, name
    page.context.remove_listener("requestfailed", note)
    assert missing == []


def test_an_exercise_is_graded_without_a_network(offline):
    page, server = offline
    page.goto(server + OTHER)
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
    installed.goto(server + OTHER)
    assert not installed.evaluate(AFTER_UPDATE)
    # The notice stays on every page until it is heeded.
    installed.wait_for_selector(NOTICE)


def test_every_open_page_is_new_once_the_reader_agrees(installed, server, published):
    other = installed.context.new_page()
    other.goto(server + OTHER)
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
    page = published / OTHER
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
