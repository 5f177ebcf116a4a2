"""Slow interactions in a long course, timed on a processor four times as slow."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

from playwright.sync_api import Browser, Page

from bench.visit import PATIENCE, SLOWER, WATCH

#: Occurs in every chapter of a generated course.
_WORDS: Final = "理清丝线"
_SEARCH: Final = """(words) => new Promise((resolve) => {
  const field = document.querySelector('.search-field');
  const results = document.querySelector('.search-results');
  const done = () => {
    if (!results.childElementCount) return;
    // The end of the frame that shows them.
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    watcher.disconnect();
  };
  const watcher = new MutationObserver(done);
  watcher.observe(results, { childList: true });
  const start = performance.now();
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
})"""
#: Answers all items, alternately right and wrong, at most 30 days ago.
_ANSWER_ALL: Final = """(prefix) => {
  const items = itemIndex.flatMap((chapter) => chapter.items);
  for (const [place, { id, version }] of items.entries()) {
    const state = place % 2 ? 'wrong' : 'correct';
    const at = Date.now() - 86_400_000 * (place % 30);
    localStorage.setItem(`${prefix}exercise:${id}`, JSON.stringify({
      version, response: { choice: 'a' }, state, score: place % 2 ? 0 : 1, attempts: 1,
      revealed: false, first: state, at,
    }));
  }
  return items.length;
}"""
_TASKS: Final = "() => Math.max(0, ...longTasks.map(([, duration]) => duration))"
_ALL_THERE: Final = (
    "(chapters) => document.querySelectorAll('.progress-chapter').length >= chapters"
)


def search_time(browser: Browser, address: str) -> float:
    """Open the search on a page and immediately search for a word.

    Returns
    -------
    float
        Milliseconds from entering the word to the frame with the first results. The search data
        start
        to load when the search is opened, from this machine.
    """
    with _slow_page(browser) as page:
        page.goto(address, wait_until="load")
        page.locator("html[data-course=ready]").wait_for()
        page.locator("#search-button").click()
        page.locator(".search-field").wait_for()
        return float(page.evaluate(_SEARCH, _WORDS))


def progress_task(browser: Browser, folder: str, chapters: int) -> float:
    """Open the progress page of a reader who has answered all items.

    Returns
    -------
    float
        The longest task until the list is complete, in milliseconds; 0 if none was longer than
        50.
    """
    with _slow_page(browser) as page:
        page.goto(f"{folder}progress.html", wait_until="load")
        page.wait_for_function(_ALL_THERE, arg=chapters)
        page.evaluate(_ANSWER_ALL, f"course:grown-{chapters}:/:")
        page.reload(wait_until="load")
        page.wait_for_function(_ALL_THERE, arg=chapters)
        page.wait_for_timeout(1500)
        return float(page.evaluate(_TASKS))


@contextmanager
def _slow_page(browser: Browser) -> Generator[Page]:
    context = browser.new_context(service_workers="block")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(WATCH)
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    try:
        yield page
    finally:
        context.close()
