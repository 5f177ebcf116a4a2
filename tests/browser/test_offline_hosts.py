"""The offline copy on hosts that do not serve a site just as it was built."""

from __future__ import annotations

import json
import re
import shutil

import pytest
from playwright.sync_api import Error, expect

from publishing.site.offline import write_worker
from tests.browser.hosts import Host, clean, commenting, meddling, roundabout
from tests.browser.reader import PATIENCE
from tests.second_course import FRONT, SHISHUO

ACTIVE = "navigator.serviceWorker.ready.then(() => true)"
CONTROLLED = "() => navigator.serviceWorker.controller !== null"
#: Resolved when a version could not be brought for so many times.
FAILED = """async (times) => {
  const tries = async () => {
    const name = (await caches.keys()).find((name) => name.endsWith(':tries'));
    const kept = name && (await (await caches.open(name)).match('/offline-tries'));
    return kept ? (await kept.json()).count : 0;
  };
  while ((await tries()) < times) await new Promise((again) => setTimeout(again, 50));
}"""
#: Milliseconds. A browser asks for a new worker a second after a page was asked for.
BETWEEN_TRIES = 1_500
NO_COPY = "没能留在浏览器里"
NOTICE = ".update-notice"


@pytest.fixture(scope="module")
def folder(tmp_path_factory, shishuo):
    """The course, with a page that a folder's own address leads to."""
    site = shutil.copytree(shishuo.site, tmp_path_factory.mktemp("hosts") / "site")
    shutil.copyfile(site / FRONT, site / "book" / "index.html")
    write_worker(site, SHISHUO.settings)
    return site


@pytest.fixture(scope="module")
def context(browser):
    """One reader: each host is another origin."""
    context = browser.new_context(service_workers="allow")
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(context):
    page = context.new_page()
    yield page
    context.set_offline(offline=False)
    page.close()


def see_offline(page, address, name):
    """See that a page opens without a network, and is alive there."""
    page.context.set_offline(offline=True)
    response = page.goto(address + name)
    assert response.status == 200
    page.wait_for_selector("html[data-course=ready]")


@pytest.mark.parametrize(
    ("kind", "first", "names"),
    [
        (
            clean,
            "book/shizhidao",
            ["book/shizhidao", "book/congshi.html", "book/", "book", "book/shizhidao/"],
        ),
        (roundabout, "book/shizhidao.html", ["book/congshi.html", "book/shizhidao"]),
        (commenting, "book/shizhidao.html", ["book/congshi.html"]),
    ],
    ids=["clean addresses", "redirects", "pages altered"],
)
def test_the_course_is_read_without_a_network_from_a_host_with(page, folder, kind, first, names):
    with kind(folder).serving() as address:
        page.goto(address + first)
        page.evaluate(ACTIVE)
        page.reload()
        page.wait_for_function(CONTROLLED)
        for name in names:
            see_offline(page, address, name)
        # The links of a page lead on from wherever it was opened.
        page.get_by_role("link", name="隔日再答", exact=True).first.click()
        page.wait_for_selector("#review[data-state]")


def test_a_host_that_alters_scripts_is_asked_a_few_times_and_the_reader_is_told(page, folder):
    host = meddling(folder)
    with host.serving() as address:
        loads = []
        for tried in (1, 2, 3):
            before = len(host.asked)
            page.goto(f"{address}book/shizhidao.html")
            page.evaluate(FAILED, tried)
            loads.append(len(host.asked) - before)
            assert page.locator(NOTICE).count() == 0
        # What has come once is not loaded again.
        assert loads[2] < loads[0]
        page.reload()
        expect(page.locator(NOTICE)).to_contain_text(NO_COPY)
        page.get_by_role("button", name="知道了").click()
        # From then on there is only the page itself, and no word more.
        host.asked.clear()
        page.reload()
        page.wait_for_load_state("networkidle")
        assert "/sw.js" not in host.asked
        assert len(host.asked) < 10
        assert page.locator(NOTICE).count() == 0


#: What the worker before this one did: it kept what a redirect led to, as it came.
BROKEN_WORKER = """
const CACHE = PREFIX + '0123456789ab';
addEventListener('install', (event) => event.waitUntil((async () => {
  const cache = await caches.open(CACHE);
  for (const path of PAGES) {
    const url = new URL(path, registration.scope).href;
    await cache.put(url, await fetch(url));
  }
})()));
addEventListener('fetch', (event) => {
  const path = event.request.url.slice(registration.scope.length);
  if (PAGES.includes(path)) event.respondWith(caches.match(event.request.url));
});
"""


def test_a_browser_with_a_copy_that_cannot_be_opened_is_healed(page, folder, tmp_path):
    site = shutil.copytree(folder, tmp_path / "site")
    name, healing = "book/shizhidao.html", (site / "sw.js").read_text(encoding="utf-8")
    broken = f"const PREFIX = 'course:{SHISHUO.settings.id}:/:', PAGES = {json.dumps([name])};"
    (site / "sw.js").write_text(broken + BROKEN_WORKER, encoding="utf-8")
    with clean(site).serving() as address:
        page.goto(f"{address}book/congshi")
        page.evaluate(ACTIVE)
        with pytest.raises(Error, match="ERR_FAILED"):
            page.goto(address + name)
        (site / "sw.js").write_text(healing, encoding="utf-8")
        # The reader tries again, as readers do.
        for _ in range(20):
            try:
                page.goto(address + name)
                break
            except Error:
                page.wait_for_timeout(BETWEEN_TRIES)
        page.wait_for_selector("html[data-exercises=ready]")
        see_offline(page, address, name)
        assert len(page.evaluate("caches.keys()")) == 1


@pytest.mark.parametrize("under", ["/courses/speech/", "/book/"])
def test_a_page_for_no_address_of_the_course_works_at_any_depth(page, folder, under):
    host = Host(folder, under=under)
    with host.serving() as address:
        for lost in ("book/c99.html", "a/b/c/d"):
            response = page.goto(address + lost)
            assert response.status == 404
            page.wait_for_selector("html[data-course=ready]")
            assert page.locator("h1").inner_text() == "没有这一页"
            links = page.locator("#contents a").evaluate_all("(all) => all.map((a) => a.href)")
            assert all(re.fullmatch(f"{address}[^/]*(book/[^/]+)?", link) for link in links), lost
        page.get_by_role("link", name="回到首页").click()
        page.wait_for_url(f"{address}book/kaijuan.html")
