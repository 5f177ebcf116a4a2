"""Pages that report to a record store: silent until the reader turns it on, and then they report."""

from __future__ import annotations

import base64
import json
import re
import threading
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler
from urllib.request import Request, urlopen

import pytest

from course import FILE
from exporting.serving import files_of, server
from tests.browser.axe import violations
from tests.browser.hosts import Listening
from tests.browser.learning_platform import said
from tests.browser.reader import PATIENCE, bank, go_to, ready
from tests.browser.statements import judge, judge_versions, verb_of
from tests.browser.test_platform import PAGE, answer
from tests.publishing.books import SOUND, SmallBook
from tests.second_course import PROGRESS, SHISHUO

KEY = "course:secret"
OTHER_HOST = "https://lrs.example.org/xAPI"
IDLE = "() => !Object.keys(localStorage).some((key) => key.includes(':reporting:queue:'))"
#: Milliseconds between two looks at what the store has.
A_LITTLE = 50
#: So many wait, and none is on its way any more.
WAITING = """(count) =>
  Object.keys(localStorage).filter((key) => key.includes(':reporting:queue:')).length === count"""
#: Answers every exercise, as a learner does in many visits.
DO_ALL = """(record) => {
  const prefix = document.documentElement.dataset.storage;
  for (const { id, version, max } of courseReporting.items) {
    const saved = { version, response: record[id], state: 'correct', score: max, attempts: 1,
      revealed: true, first: 'correct', at: Date.now() };
    localStorage.setItem(`${prefix}exercise:${id}`, JSON.stringify(saved));
  }
}"""
#: Hands in the paper by which one passes, with so many of four points.
HAND_IN = """([plan, earned]) => {
  const result = { id: `r${earned}`, plan, items: [{ points: 4, earned }] };
  const name = `${document.documentElement.dataset.storage}test:result:${result.id}`;
  localStorage.setItem(name, JSON.stringify(result));
  document.dispatchEvent(new CustomEvent('test:graded', { detail: result }));
}"""
#: Nothing was done for an hour.
LATER = "const now = Date.now; Date.now = () => now() + 3600_000;"


@pytest.fixture
def store():
    """Give a stub of a record store, with what it was sent."""
    taken = []

    class Handler(BaseHTTPRequestHandler):
        def do_PUT(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            good = self.headers["Authorization"].removeprefix("Basic ")
            sound = not stub.away and base64.b64decode(good).decode() == KEY
            refused = stub.refuses and stub.refuses in body.decode()
            if sound and not refused:
                taken.append((self.path, json.loads(body)))
            self.send_response((400 if refused else 204) if sound else 503)
            self.end_headers()

        def log_message(self, *_):
            pass

    with closing(Listening(Handler)) as stub:
        stub.away, stub.refuses, stub.taken = False, "", taken
        yield stub


@pytest.fixture(scope="module")
def files(shishuo):
    return files_of(shishuo, "http://127.0.0.1:1/xAPI")


@contextmanager
def serving(files, store):
    served = server(files, store, KEY, 0)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{served.server_port}/"
    finally:
        served.shutdown()
        served.server_close()


@pytest.fixture
def host(store, files):
    with serving(files, f"http://127.0.0.1:{store.server_port}/xAPI") as host:
        yield host


@pytest.fixture
def context(browser):
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


def opened(context, address):
    """Open a page; give it and the ids of its items."""
    page = context.new_page()
    go_to(page, address)
    ids = "[...document.querySelectorAll('section.exercise')].map((root) => root.dataset.item)"
    return page, page.evaluate(ids)


def told(page, words):
    said(page, ".reporting-line", words)


def turn_on(page, name):
    page.locator(".reporting-notice").get_by_role("button", name="怎样上报").click()
    assert page.get_by_label("姓名或编号").evaluate("(it) => it === document.activeElement")
    page.get_by_label("姓名或编号").fill(name)
    page.get_by_role("button", name="开始上报").click()
    told(page, f"正在向“.*”上报学习记录，署名“{name or '[0-9a-f-]{36}'}”")


def until(page, done):
    """Wait until the store has what is asked for: before its first statement nothing waits either."""
    for _ in range(PATIENCE // A_LITTLE):
        if done():
            break
        page.wait_for_timeout(A_LITTLE)
    assert done()
    page.wait_for_function(IDLE)


def sent(store):
    """Give each statement once, in the order in which it first came."""
    return list({one["id"]: one for _, one in store.taken}.values())


def reported(store):
    """Name the items of which an answer was sent."""
    answers = [one["object"]["id"] for one in sent(store) if verb_of(one) == "answered"]
    return {name.rpartition("/")[2].partition("_")[0] for name in answers}


def test_nothing_goes_before_the_reader_says_so_and_then_each_answer_once(context, store, host):
    page, ids = opened(context, host + PAGE)
    assert KEY.partition(":")[2] not in page.content()
    notice = page.locator(".reporting-notice")
    assert "现在什么也不发" in notice.text_content()
    answer(page, ids[:1])
    assert store.taken == []

    turn_on(page, "甲")
    assert notice.count() == 0
    answer(page, ids[1:2])
    until(page, lambda: reported(store) == {ids[1]})
    assert verb_of(sent(store)[0]) == "initialized"

    # Two windows while the store is away lose nothing of each other's.
    store.away = True
    answer(page, ids[2:3])
    told(page, "没有收下")
    other, _ = opened(context, host + PAGE)
    assert other.locator(".reporting-notice").count() == 0
    answer(other, ids[3:4])
    told(other, "没有收下")
    other.close()
    store.away = False
    answer(page, ids[4:5])
    until(page, lambda: reported(store) == set(ids[1:5]))

    page.get_by_role("button", name="停止上报").click()
    told(page, "没有向“.*”上报")
    before = len(store.taken)
    answer(page, ids[5:6])
    page.reload()
    ready(page)
    told(page, "没有向“.*”上报")
    assert len(store.taken) == before
    assert [verb_of(one) for one in sent(store)].count("initialized") == 1
    judge(sent(store))
    judge_versions(sent(store), SHISHUO)
    for path, one in store.taken:
        assert path == f"/xAPI/statements?statementId={one['id']}"
        assert one["actor"]["account"] == {"homePage": host.rstrip("/"), "name": "甲"}
        assert len({one["context"]["registration"] for one in sent(store)}) == 1


def test_one_that_is_refused_does_not_hold_up_the_others_and_comes_again(context, store, host):
    page, ids = opened(context, host + PAGE)
    turn_on(page, "甲")
    until(page, lambda: sent(store))
    store.refuses = f"/{ids[0]}"
    answer(page, ids[:2])
    told(page, "没有收下")
    page.wait_for_function(WAITING, arg=1)
    assert reported(store) == {ids[1]}
    store.refuses = ""
    page.reload()
    until(page, lambda: reported(store) == set(ids[:2]))


def test_the_rule_tells_who_has_done_it_and_a_pause_ends_a_visit(context, store, host):
    page, _ = opened(context, host + PAGE)
    turn_on(page, "")
    until(page, lambda: sent(store))
    page.evaluate(DO_ALL, {item.id: item.right for item in bank(SHISHUO)})
    paper = SHISHUO.settings.completion.paper
    for earned in (1, 3, 2):
        page.evaluate(HAND_IN, [paper, earned])
        page.wait_for_function(IDLE)
    page.add_init_script(LATER)
    page.goto(host + PROGRESS)
    told(page, "正在向“http://127.0.0.1:1/xAPI”")
    page.wait_for_function(IDLE)
    verbs = [verb_of(one) for one in sent(store)]
    assert verbs == ["initialized", "completed", "failed", "passed", "terminated", "initialized"]
    statements = dict(zip(verbs, sent(store), strict=True))
    assert statements["passed"]["result"]["score"] == {"scaled": 0.75}
    moments = [statements[verb]["timestamp"] for verb in ("passed", "terminated", "initialized")]
    assert moments == sorted(moments)
    for one in statements.values():
        assert one["object"]["id"] == f"urn:course:{SHISHUO.settings.id}"
        assert one["object"]["definition"]["name"]["zh-CN"] == SHISHUO.settings.title
    judge(sent(store))


@pytest.fixture
def other_host(tmp_path):
    """Serve a book whose course names a store on another host."""
    book = SmallBook(tmp_path)
    settings = (tmp_path / FILE).read_text(encoding="utf-8").replace("paper: final", "paper:")
    book.chapter(f"{SOUND}\n```{{reporting}}\n```\n")
    book.write(FILE, f"{settings}record_store: {{address: {OTHER_HOST}, of: 某某记录库}}\n")
    built = book.build()
    assert built.code == 0, built.error
    site = tmp_path / "_build" / "html"
    files = {one.relative_to(site).as_posix(): one for one in site.rglob("*") if one.is_file()}
    with serving({path: one.read_bytes() for path, one in files.items()}, "") as host:
        yield host


def test_a_store_on_another_host_is_all_that_a_page_may_reach(context, other_host):
    asked = []

    def answered(route):
        asked.append((route.request.url, route.request.headers))
        cors = {
            "Access-Control-Allow-Origin": other_host.rstrip("/"),
            "Access-Control-Allow-Credentials": "true",
            "Access-Control-Allow-Headers": "content-type,x-experience-api-version",
            "Access-Control-Allow-Methods": "PUT",
        }
        route.fulfill(status=204, headers=cors)

    context.route(re.compile(r"^https://"), answered)
    page, ids = opened(context, f"{other_host}book/c07.html")
    assert "“某某记录库”" in page.locator(".reporting-notice").text_content()
    assert "发给“某某记录库”的是" in page.locator("#reporting").text_content()
    page.locator(".reporting-line").get_by_role("button").click()
    for part in (".reporting-notice", ".reporting-line"):
        assert violations(page, part, themes=("light", "dark")) == []
    page.get_by_role("button", name="不上报").click()
    told(page, "没有向“某某记录库”上报")
    submit = "(root) => { root.response = { choice: 'a' }; root.submit(); }"
    page.locator(f"#ex-{ids[0]}").evaluate(submit)
    assert asked == []
    # By key: a second click in half a second where 不上报 was is the other half of a double click.
    page.locator(".reporting-line").get_by_role("button").press("Enter")
    # Nothing waits either before the first statement is put with those that wait.
    with page.expect_request(lambda request: request.url.startswith(OTHER_HOST)):
        page.get_by_role("button", name="开始上报").click()
    told(page, "正在向“某某记录库”上报")
    page.wait_for_function(IDLE)
    for url, headers in asked:
        assert url.startswith(f"{OTHER_HOST}/statements?statementId=")
        assert headers["x-experience-api-version"] == "1.0.3"
        assert "authorization" not in headers
    before = len(asked)
    refused = "(url) => fetch(url, { mode: 'no-cors' }).then(() => false, () => true)"
    for elsewhere in ("https://lrs.example.org/other", "https://other.example/xAPI/"):
        assert page.evaluate(refused, elsewhere)
    assert len(asked) == before


def test_the_server_passes_on_nothing_else(store, host):
    named = "xapi/statements?statementId="
    for path, data, headers in (
        ("xapi/statements", b"{}", {}),
        (named + "a" * 36, b"{}", {"Sec-Fetch-Site": "cross-site"}),
        (named + "a" * 36, b"{}", {"Content-Length": "two"}),
        (f"{named}../../agents", b"{}", {}),
        ("xapi/statements", None, {}),
    ):
        method = "PUT" if data else "GET"
        with pytest.raises(OSError, match=r"40[34]"):
            urlopen(Request(host + path, data=data, method=method, headers=headers))
    assert store.taken == []
