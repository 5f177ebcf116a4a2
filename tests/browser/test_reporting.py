"""The course served with a record store: silent until the reader turns it on, and then it reports."""

from __future__ import annotations

import base64
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import Request, urlopen

import pytest

from exporting.serving import files_of, server
from tests.browser.reader import PATIENCE
from tests.browser.test_platform import PAGE, answer
from tests.this_course import COURSE

KEY = "course:secret"


@pytest.fixture
def store():
    """Give a stub of a record store, with what it was sent."""
    taken = []

    class Handler(BaseHTTPRequestHandler):
        def do_PUT(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            good = self.headers["Authorization"].removeprefix("Basic ")
            sound = not stub.away and base64.b64decode(good).decode() == KEY
            if sound:
                taken.append((self.path, json.loads(body)))
            self.send_response(204 if sound else 503)
            self.end_headers()

        def log_message(self, *_):
            pass

    stub = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    stub.away, stub.taken = False, taken
    threading.Thread(target=stub.serve_forever, daemon=True).start()
    yield stub
    stub.shutdown()
    stub.server_close()


@pytest.fixture
def host(store):
    address = f"http://127.0.0.1:{store.server_port}/xAPI"
    served = server(files_of(COURSE), address, KEY, 0)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.server_port}/"
    served.shutdown()
    served.server_close()


def opened(page, host):
    """Open a page of the course in the launcher; give its frame and the ids of its items."""
    course = page.main_frame.child_frames[0]
    course.goto(host + PAGE)
    course.wait_for_selector("html[data-exercises=ready][data-course=ready]", state="attached")
    ids = "[...document.querySelectorAll('section.exercise')].map((root) => root.dataset.item)"
    return course, course.evaluate(ids)


def told(page, words):
    page.locator(".status").filter(has_text=re.compile(words)).wait_for()


def test_nothing_goes_before_the_reader_says_so_and_then_each_answer_once(browser, store, host):
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(host)
    told(page, "现在什么也不发")
    assert KEY.partition(":")[2] not in page.content()
    course, ids = opened(page, host)
    answer(course, ids[:1])
    assert store.taken == []

    page.get_by_label("姓名或编号").fill("甲")
    page.get_by_role("button", name="开始上报").click()
    told(page, "署名“甲”")
    answer(course, ids[1:2])
    page.wait_for_function("() => !Object.keys(localStorage).some((k) => k.endsWith('queue'))")
    store.away = True
    answer(course, ids[2:3])
    told(page, "没有收下")
    store.away = False
    page.reload()
    told(page, "署名“甲”")
    page.wait_for_function("() => !Object.keys(localStorage).some((k) => k.endsWith('queue'))")
    statements = [one for _, one in store.taken]
    assert len({one["id"] for one in statements}) == len(statements)
    parts = {one["object"]["id"].removeprefix("urn:course:") for one in statements}
    for item, sent in zip(ids[:3], (False, True, True), strict=True):
        assert any(part.startswith(f"{COURSE.settings.id}/{item}") for part in parts) == sent
    for path, one in store.taken:
        assert path == f"/xAPI/statements?statementId={one['id']}"
        assert one["actor"]["account"]["name"] == "甲"

    page.get_by_role("button", name="停止上报").click()
    told(page, "现在什么也不发")
    before = len(store.taken)
    answer(opened(page, host)[0], ids[3:4])
    page.wait_for_function(
        "(id) => Object.keys(localStorage).some((key) => key.endsWith(id))", arg=ids[3]
    )
    assert len(store.taken) == before
    context.close()


@pytest.mark.parametrize(
    ("path", "method", "headers"),
    [
        ("xapi/statements", "PUT", {}),
        ("xapi/statements?statementId=" + "a" * 36, "PUT", {"Sec-Fetch-Site": "cross-site"}),
        ("xapi/statements?statementId=../../agents", "PUT", {}),
        ("xapi/statements", "GET", {}),
    ],
)
def test_the_server_passes_on_nothing_else(store, host, path, method, headers):
    data = b"{}" if method == "PUT" else None
    with pytest.raises(OSError, match=r"40[34]"):
        urlopen(Request(host + path, data=data, method=method, headers=headers))
    assert store.taken == []
