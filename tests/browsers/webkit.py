"""WebKitGTK's MiniBrowser, by W3C WebDriver; it stands for Safari."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.browsers.driven import (
    PATIENCE,
    Driven,
    called,
    key_actions,
    pointer_actions,
    program,
)

RUN = """const done = arguments[arguments.length - 1];
(async () => JSON.stringify(await %s))().then(
  (value) => done({ value: value ?? 'null' }),
  (error) => done({ error: `${error}\\n${error.stack}` }),
);"""
BROWSERS = "/usr/lib/{}-linux-gnu/webkit2gtk-4.1/MiniBrowser"
#: The driver reports no console: a page notes its errors from its load on.
NOTE_ERRORS = """() => {
  window.noted = [];
  const log = console.error;
  console.error = (...said) => { noted.push(said.join(' ')); log(...said); };
  addEventListener('error', (event) => noted.push(event.message ?? 'a file that fails'), true);
  addEventListener('unhandledrejection', ({ reason }) => noted.push(String(reason)));
  document.addEventListener('securitypolicyviolation', (event) =>
    noted.push(`policy ${event.effectiveDirective} ${event.blockedURI}`));
}"""
TAKE_NOTED = "() => (window.noted ?? []).splice(0)"


class WebKit(Driven):
    """Debian's WebKitGTK on a screen of its own."""

    def __init__(self) -> None:
        driver = program("WebKitWebDriver", "webkit2gtk-driver")
        screen = program("Xvfb", "xvfb")
        places = [BROWSERS.format(machine) for machine in ("x86_64", "aarch64")]
        browser = program("MiniBrowser", "webkit2gtk-driver", *places)
        self.home = Path(tempfile.mkdtemp(prefix="webkit-"))
        self.errors: list[str] = []
        self.processes: list[subprocess.Popen] = []
        try:
            self.begin(driver, screen, browser)
        except BaseException:
            self.close()
            raise

    def begin(self, driver: str, screen: str, browser: str) -> None:
        env = os.environ | {"HOME": str(self.home), "DISPLAY": self.shown_on(screen)}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.processes.append(subprocess.Popen([driver, f"--port={port}"], env=env))
        self.base = f"http://127.0.0.1:{port}/session"
        options = {"binary": browser, "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self.base += f"/{self.begun({'capabilities': wanted})}"
        self.command("timeouts", script=2 * PATIENCE * 1000)
        self.command("window/rect", x=0, y=0, width=1440, height=900)

    def shown_on(self, screen: str) -> str:
        reader, writer = os.pipe()
        size = ["-screen", "0", "1440x1000x24"]
        self.processes.append(
            subprocess.Popen(
                [screen, "-displayfd", str(writer), *size, "-nolisten", "tcp"],
                pass_fds=[writer],
                stderr=subprocess.DEVNULL,
            )
        )
        os.close(writer)
        with os.fdopen(reader) as told:
            return f":{told.readline().strip()}"

    def begun(self, capabilities: dict) -> str:
        """Begin a session as soon as the driver listens."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return self.command("", **capabilities)["sessionId"]
            except urllib.error.URLError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)

    def command(self, name: str, **body: object):
        request = urllib.request.Request(
            f"{self.base}/{name}".rstrip("/"),
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=3 * PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(error.read().decode()) from error

    def open(self, url: str) -> None:
        self.errors += self.run(TAKE_NOTED)
        self.command("url", url=url)
        self.run(NOTE_ERRORS)

    def run(self, function: str, *given: object) -> object:
        answer = self.command("execute/async", script=RUN % called(function, given), args=[])
        assert "error" not in answer, answer["error"]
        return json.loads(answer["value"])

    def click_at(self, x: int, y: int) -> None:
        self.command("actions", actions=pointer_actions(x, y))

    def press(self, *keys: str) -> None:
        self.command("actions", actions=key_actions(keys))

    def troubles(self) -> list[str]:
        errors, self.errors = [*self.errors, *self.run(TAKE_NOTED)], []
        return errors

    def close(self) -> None:
        for process in reversed(self.processes):
            process.terminate()
            process.wait()
        shutil.rmtree(self.home, ignore_errors=True)
