"""A platform that launches by cmi5: a record store in memory, served by http as a real one is.

What a page sends as it goes never comes to Playwright's routes.
"""

from __future__ import annotations

import json
import mimetypes
import threading
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import BrowserContext, Frame, Page

from tests.browser.hosts import Listening
from tests.browser.learning_platform import A_MOMENT

LAUNCHED = "() => document.documentElement?.matches('[data-session]')"
ACTIVITY = "https://platform.example/activities/7"
ACTOR = {
    "objectType": "Agent",
    "account": {"homePage": "https://platform.example", "name": "learner"},
}
TEMPLATE = {
    "contextActivities": {"grouping": [{"id": "urn:course:x:all"}]},
    "extensions": {"https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s-1"},
}


class RecordStore:
    """What is kept of one registration, whichever browser it is asked from.

    Parameters
    ----------
    files
        The package's files.
    """

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.statements: list[dict[str, Any]] = []
        self.documents: dict[str, str] = {
            "LMS.LaunchData": json.dumps({
                "contextTemplate": TEMPLATE,
                "launchMode": "Normal",
                "moveOn": "CompletedAndPassed",
            })
        }
        self.away = False
        self.faults: list[str] = []
        self.terminated = threading.Event()
        store = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length).decode() if length else ""
                status, kind, content = store._answered(
                    self.command, self.path, body, self.headers.get("Authorization")
                )
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                pass

        for method in ("GET", "PUT", "POST"):
            setattr(Handler, f"do_{method}", Handler.answer)
        server = Listening(Handler)
        self.host, self.close = f"{server.address}/", server.close

    def open(self, context: BrowserContext, **given: str) -> Page:
        """Launch the course, with some of the parameters as given."""
        page = context.new_page()
        launch = {
            "endpoint": f"{self.host}xapi",
            "fetch": f"{self.host}fetch",
            "actor": json.dumps(ACTOR),
            "registration": "3f1b8d2e-6a44-4c0b-9a53-0d8f4a1c7e55",
            "activityId": ACTIVITY,
            **given,
        }
        page.goto(f"{self.host}course/launch.html?{urlencode(launch)}")
        page.wait_for_function(LAUNCHED, polling=A_MOMENT)
        return page

    @staticmethod
    def course(page: Page) -> Frame:
        """Give the frame of the course's pages."""
        return page.main_frame.child_frames[0]

    def verbs(self) -> list[str]:
        """Name what was said, in order."""
        return [one["verb"]["id"].rpartition("/")[2] for one in self.statements]

    def leave(self, page: Page) -> None:
        """Close the course, and wait for what the page sends as it goes."""
        self.terminated.clear()
        page.goto("about:blank")
        assert self.terminated.wait(10)
        page.close()

    def _answered(
        self, method: str, address: str, body: str, key: str | None
    ) -> tuple[int, str, bytes]:
        path = urlsplit(address).path
        if path == "/fetch":
            return 200, "application/json", b'{"auth-token": "key"}'
        if path.startswith("/xapi/"):
            query = {name: one[0] for name, one in parse_qs(urlsplit(address).query).items()}
            if self.away or key != "Basic key":
                return 503 if self.away else 401, "text/plain", b""
            status, content = self._asked(method, path.removeprefix("/xapi/"), query, body)
            return status, "application/json", content.encode()
        content = self.files.get(path.removeprefix("/course/"))
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        return 200 if content else 404, f"{kind}; charset=utf-8", content or b""

    def _asked(self, method: str, path: str, query: dict[str, str], body: str) -> tuple[int, str]:
        if path == "statements":
            statement = json.loads(body)
            if statement["id"] != query["statementId"]:
                self.faults.append("id")
            if statement["id"] not in [one["id"] for one in self.statements]:
                self.statements.append(statement)
            if self.verbs()[-1] == "terminated":
                self.terminated.set()
            return 204, ""
        if path == "agents/profile":
            return 404, ""
        if method == "PUT":
            self.documents[query["stateId"]] = body
            return 204, ""
        held = self.documents.get(query["stateId"])
        return (404, "") if held is None else (200, held)
