"""A first visit to a page on a slow phone: bytes, requests, time to the first exercise."""

from __future__ import annotations

import json
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as TooLong

SLOWER: Final = 4
#: Lighthouse's slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms of latency.
_LINE: Final = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 93_750,
}
_PHONE: Final[dict[str, Any]] = {
    "viewport": {"width": 360, "height": 640},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
PATIENCE: Final = 60_000
_FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
)

WATCH: Final = """
window.longTasks = []; window.shift = 0;
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) longTasks.push([startTime, duration]);
}).observe({ type: 'longtask', buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
}).observe({ type: 'layout-shift', buffered: true });
"""
# Runs in the page from its start: polling from outside would insert a script into the load, which
# takes as long as the page's own. The time is that of the end of the first frame with the exercise.
_LOOK: Final = """
window.usable = null;
(function look() {
  if (!document.querySelector(%s)) return requestAnimationFrame(look);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { window.usable = performance.now(); };
  port2.postMessage(null);
})();
"""
_USABLE: Final = "() => window.usable"
_LOADED: Final = "() => performance.getEntriesByType('navigation')[0].loadEventEnd"


@dataclass(frozen=True)
class Visit:
    """The cost of a first visit.

    Parameters
    ----------
    wire
        Bytes received, compressed, including headers.
    requests
        Number of requests.
    outside
        Number of requests to other hosts, which are blocked.
    usable
        Milliseconds until the first exercise could be used; None if it never could.
    task
        Longest task after the page had loaded, in milliseconds; 0 if none was longer than 50.
    shift
        Cumulative layout shift.
    """

    wire: int
    requests: int
    outside: int
    usable: float | None
    task: float
    shift: float


@contextmanager
def chromium() -> Generator[Browser]:
    """Start Debian's Chromium.

    Raises
    ------
    FileNotFoundError
        If it is not installed; the message says how to install it.
    """
    executable = shutil.which("chromium")
    if executable is None:
        raise FileNotFoundError("no chromium: install the packages of bench/apt.txt")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(_FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def visit(browser: Browser, home: str, path: str, selector: str) -> Visit:
    """Open a page as a new reader on a slow phone.

    Parameters
    ----------
    browser
        The browser.
    home
        The site's address; requests to https addresses are blocked.
    path
        The page.
    selector
        Matches once the first exercise can be used.
    """
    # The service worker would fetch the offline copy after the page, and distort its figures.
    context = browser.new_context(service_workers="block", **_PHONE)
    context.set_default_timeout(PATIENCE)
    context.add_init_script(WATCH + _LOOK % json.dumps(selector))
    asked = {"all": 0, "outside": 0, "wire": 0}
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", _LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    line.send("Network.setBlockedURLs", {"urls": ["https://*"]})

    def note_request(event: dict[str, Any]) -> None:
        address = event["request"]["url"]
        if address.startswith("http"):
            asked["all"] += 1
            asked["outside"] += not address.startswith(home)

    def note_received(event: dict[str, Any]) -> None:
        asked["wire"] += int(event["encodedDataLength"])

    line.on("Network.requestWillBeSent", note_request)
    line.on("Network.loadingFinished", note_received)
    page.goto(home + path, wait_until="load", timeout=PATIENCE)
    page.wait_for_timeout(1500)
    usable = _time_until_usable(page)
    loaded = page.evaluate(_LOADED)
    tasks = page.evaluate("() => longTasks")
    after = [duration for start, duration in tasks if start > loaded]
    shift = page.evaluate("() => shift")
    context.close()
    return Visit(
        asked["wire"], asked["all"], asked["outside"], usable, max(after, default=0.0), shift
    )


def _time_until_usable(page: Page) -> float | None:
    try:
        return float(page.wait_for_function(_USABLE, timeout=PATIENCE).json_value())
    except TooLong:
        return None
