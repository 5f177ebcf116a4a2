"""Chromium 109, the last for Windows 7, by Playwright."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browsers.driven import PATIENCE, Driven, called

HERE = Path(__file__).parent
#: Where the package unpacks its browser.
UNPACKED = HERE / "node_modules" / ".unpacked"
UNPACK = """import chromium from '@sparticuz/chromium';
console.log(await chromium.executablePath());"""


class Chrome109(Driven):
    """The Chromium of the package ``@sparticuz/chromium``."""

    def __init__(self) -> None:
        self.playwright = sync_playwright().start()
        try:
            self.begin(executable())
        except BaseException:
            self.playwright.stop()
            raise

    def begin(self, program: str) -> None:
        self.browser = self.playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--single-process", "--no-zygote", "--disable-gpu"],
        )
        context = self.browser.new_context(viewport={"width": 1440, "height": 900})
        context.set_default_timeout(PATIENCE * 1000)
        self.errors: list[str] = []
        context.on("console", self.note)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        self.page = context.new_page()

    def note(self, message) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def open(self, url: str) -> None:
        self.page.goto(url)

    def run(self, function: str, *given: object) -> object:
        return self.page.evaluate(f"() => {called(function, given)}")

    def click_at(self, x: int, y: int) -> None:
        self.page.mouse.click(x, y)

    def press(self, *keys: str) -> None:
        self.page.keyboard.press("+".join(keys))

    def type(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def troubles(self) -> list[str]:
        errors, self.errors[:] = self.errors[:], []
        return errors

    def close(self) -> None:
        self.browser.close()
        self.playwright.stop()


def executable() -> str:
    """Have the package unpack its browser, or skip."""
    node = shutil.which("node")
    if not node or not (HERE / "node_modules" / "@sparticuz").is_dir():
        pytest.skip("没有 Chrome 109，这个浏览器没有检查；请运行 make browsers，它用 npm 安装")
    UNPACKED.mkdir(exist_ok=True)
    told = subprocess.run(
        [node, "--input-type=module", "--eval", UNPACK],
        cwd=HERE,
        env=os.environ | {"TMPDIR": str(UNPACKED)},
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.strip()
