"""Firefox, by WebDriver BiDi, which it speaks itself."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import websocket

from tests.browsers.driven import (
    PATIENCE,
    Driven,
    called,
    key_actions,
    pointer_actions,
    program,
)

#: What the protocol does not report: the page says it where it is heard.
REPORT_POLICY = """() => document.addEventListener('securitypolicyviolation', (event) =>
  console.error('policy', event.effectiveDirective, event.blockedURI))"""
PREFERENCES = {
    # No request but ours.
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
}


class Firefox(Driven):
    """Debian's Firefox ESR."""

    def __init__(self) -> None:
        executable = program("firefox-esr", "firefox-esr")
        self.profile = tempfile.mkdtemp(prefix="firefox-")
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in PREFERENCES.items()]
        Path(self.profile, "user.js").write_text("\n".join(lines), encoding="utf-8")
        self.process = subprocess.Popen(
            [
                *(executable, "--headless", "--no-remote", "--width=1440", "--height=900"),
                *(f"--profile={self.profile}", "--remote-debugging-port=0"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            self.begin()
        except BaseException:
            self.close()
            raise

    def begin(self) -> None:
        self.socket = websocket.create_connection(
            f"{self.address()}/session", suppress_origin=True, timeout=2 * PATIENCE
        )
        self.asked, self.errors = 0, []
        self.command("session.new", capabilities={})
        self.command("session.subscribe", events=["log.entryAdded"])
        self.command("script.addPreloadScript", functionDeclaration=REPORT_POLICY)
        self.tab = self.command("browsingContext.getTree")["contexts"][0]["context"]

    def address(self) -> str:
        for line in self.process.stderr:
            found = re.search(r"ws://\S+", line)
            if found:
                return found[0]
        message = "Firefox does not start"
        raise RuntimeError(message)

    def command(self, method: str, **params: object) -> dict:
        self.asked += 1
        self.socket.send(json.dumps({"id": self.asked, "method": method, "params": params}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("method") == "log.entryAdded" and answer["params"]["level"] == "error":
                self.errors.append(answer["params"]["text"])
            if answer.get("id") == self.asked:
                assert answer["type"] == "success", answer
                return answer["result"]

    def open(self, url: str) -> None:
        self.command("browsingContext.navigate", context=self.tab, url=url, wait="complete")

    def run(self, function: str, *given: object) -> object:
        answer = self.command(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await {called(function, given)}))()",
            target={"context": self.tab},
            awaitPromise=True,
        )
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"].get("value", "null"))

    def click_at(self, x: int, y: int) -> None:
        self.command("input.performActions", context=self.tab, actions=pointer_actions(x, y))

    def press(self, *keys: str) -> None:
        self.command("input.performActions", context=self.tab, actions=key_actions(keys))

    def troubles(self) -> list[str]:
        errors, self.errors = self.errors, []
        return errors

    def close(self) -> None:
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)
