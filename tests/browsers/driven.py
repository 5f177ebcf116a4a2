"""A browser as these tests drive it: whatever the protocol, they open, run, press and type."""

from __future__ import annotations

import json
import shutil
from abc import ABC, abstractmethod
from pathlib import Path

import pytest

#: Seconds after which a page that does nothing is given up.
PATIENCE = 60

#: Has a page wait for what a script gives; what the page knows last tells what it lacked.
WAIT = """async (source, seconds) => {
  const test = eval(`(${source})`);
  const end = Date.now() + seconds * 1000;
  for (;;) {
    let found;
    try { found = await test(); } catch {}
    if (found) return found instanceof Node || found;
    if (Date.now() > end) return null;
    await new Promise((done) => setTimeout(done, 50));
  }
}"""
#: The middle of the first of some elements that has any size, brought into view.
MIDDLE = """(selector) => {
  const one = [...document.querySelectorAll(selector)].find((each) => each.getClientRects().length);
  if (!one) return null;
  one.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = one.getClientRects()[0];
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}"""
#: Keys that have a name, as WebDriver numbers them.
KEYS = {"Control": "\ue009", "Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004"}


class Driven(ABC):
    """A browser with one page and an empty profile."""

    @abstractmethod
    def open(self, url: str) -> None:
        """Open an address and wait for its `load`."""

    @abstractmethod
    def run(self, function: str, *given: object) -> object:
        """Call a function in the page; what it gives, or promises, is JSON."""

    @abstractmethod
    def click_at(self, x: int, y: int) -> None:
        """Press and release the pointer at a place in the window."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys together: names, or single characters."""

    @abstractmethod
    def troubles(self) -> list[str]:
        """Give the errors logged since they were asked for last."""

    @abstractmethod
    def close(self) -> None:
        """End the browser, and remove what it stored."""

    def wait(self, function: str, why: str, seconds: float = PATIENCE) -> object:
        """Wait until a function of the page gives something."""
        ready = self.run(waiting(function), seconds)
        assert ready, f"never came: {why}"
        return ready

    def click(self, selector: str) -> None:
        """Click the middle of the first element to be seen that a selector finds."""
        found = self.run(MIDDLE, selector)
        assert isinstance(found, list), f"nothing to click: {selector}"
        self.click_at(*found)

    def type(self, text: str) -> None:
        """Type some text."""
        for character in text:
            self.press(character)


def waiting(function: str) -> str:
    """Make a function of the page that waits for another; no `eval`, which the policy forbids."""
    return WAIT.replace("eval(`(${source})`)", f"({function})").replace("source, ", "")


def pointer_actions(x: int, y: int) -> list[dict[str, object]]:
    """Give a click as both WebDrivers have it."""
    steps = [
        {"type": "pointerMove", "x": x, "y": y},
        {"type": "pointerDown", "button": 0},
        {"type": "pointerUp", "button": 0},
    ]
    kind = {"pointerType": "mouse"}
    return [{"type": "pointer", "id": "mouse", "parameters": kind, "actions": steps}]


def key_actions(keys: tuple[str, ...]) -> list[dict[str, object]]:
    """Give keys that are pressed together as both WebDrivers have them."""
    values = [KEYS.get(key, key) for key in keys]
    down = [{"type": "keyDown", "value": value} for value in values]
    up = [{"type": "keyUp", "value": value} for value in reversed(values)]
    return [{"type": "key", "id": "keys", "actions": [*down, *up]}]


def called(function: str, given: tuple[object, ...]) -> str:
    """Write the call of a function out, with what it is given as JSON."""
    return f"({function})({', '.join(json.dumps(one) for one in given)})"


def program(name: str, package: str, *places: str) -> str:
    """Find a program, or skip the tests and name the package that has it."""
    found = shutil.which(name) or next((place for place in places if Path(place).exists()), None)
    if found is None:
        pytest.skip(f"没有 {name}，这个浏览器没有检查；请安装 Debian 的软件包 {package}")
    return found
