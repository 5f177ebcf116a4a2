"""A reader at the browser: opens the built course and works its exercises as a reader would."""

import functools
import io
import json
import re
from collections.abc import Generator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import BrowserContext, Error, Locator, Page

from course import Course
from exercises import load_bank
from exercises.__main__ import main as exercises
from tests.this_course import COURSE

ROOT = COURSE.root
SITE = COURSE.site

#: Milliseconds after which a page that does nothing is given up.
PATIENCE = 30_000

READY = "html[data-exercises=ready][data-course=ready]"
#: The page's own script has done its work.
ALIVE = "html[data-course=ready]"
#: Waits in the page itself: each step of a locator takes as long.
COME_ALIVE = f"""() => new Promise((done, fail) => {{
  const page = document.documentElement;
  const isReady = () => matchMedia('(scripting: none)').matches || page.matches('{READY}') ||
    (page.matches('{ALIVE}') && !document.querySelector('section.exercise'));
  if (isReady()) return done();
  new MutationObserver((_, watch) => {{
    if (!isReady()) return;
    watch.disconnect();
    done();
  }}).observe(page, {{ attributes: true }});
  setTimeout(fail, {PATIENCE}, new Error('The page has not come alive.'));
}})"""
#: A file of the site that runs no script.
PLAIN_FILE = "_static/licenses.txt"
#: By how many pixels a page is wider than its window.
OVERHANG = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
IN_VIEW = """(element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}"""
#: What the driver says where a test wants no offline copy; see conftest.py.
NO_OFFLINE_COPY = "Service Worker registration blocked by Playwright"
SUBMIT = """(root) => {
  const heard = [];
  const hear = (event) => heard.push(event.detail);
  document.addEventListener('exercise:graded', hear);
  root.submit();
  document.removeEventListener('exercise:graded', hear);
  return heard;
}"""


@dataclass(frozen=True)
class Item:
    """An item as ``python -m exercises list --json`` gives it."""

    id: str
    kind: str
    page: str
    right: dict[str, str]
    wrong: dict[str, str]
    source: tuple[str, ...]

    @property
    def partly_right(self):
        """The right response less its last slot, or None if that leaves nothing."""
        return dict(list(self.right.items())[:-1]) or None


@functools.cache
def bank(course: Course = COURSE) -> list[Item]:
    """Give a course's items as the command lists them."""
    with redirect_stdout(io.StringIO()) as listing:
        assert exercises(["--course", str(course.root), "list", "--json"]) == 0
    rows = json.loads(listing.getvalue())
    return [Item(**row | {"source": tuple(row["source"])}) for row in rows]


@functools.cache
def samples(course: Course = COURSE) -> dict[str, Item]:
    """Pick an item of each kind, by the name of what it shows; word lists count apart.

    They are on few and short pages: on the one with each kind once, if there is one.
    """
    pages: dict[str, list[tuple[str, Item]]] = {}
    for item in bank(course):
        with_words = getattr(load_bank(course).item(item.id), "words", None) is not None
        name = f"{item.kind}-words" if with_words else item.kind
        pages.setdefault(item.page, []).append((name, item))

    def is_long(entries: list[tuple[str, Item]]) -> tuple[int, int]:
        return len(entries) - len(dict(entries)), len(entries)

    picked: dict[str, Item] = {}
    for entries in sorted(pages.values(), key=is_long):
        for name, item in entries:
            picked.setdefault(name, item)
    return picked


def stored_name(site: str, name: str = "", *, course: str | Course = COURSE) -> str:
    """Give the name under which a course saves an entry.

    Parameters
    ----------
    site
        Address of the site, or of a page of it.
    name
        The entry's own name.
    course
        The course, or its id.
    """
    course_id = course.settings.id if isinstance(course, Course) else course
    path = re.sub(r"(book/)?[^/]+$", "", urlsplit(site).path)
    return f"course:{course_id}:{path.replace(':', '%3A')}:{name}"


def keep_display(site, **settings):
    """Give a script that chooses display settings, as a reader has before."""
    name, text = stored_name(site, "display"), json.dumps(settings)
    return f"localStorage.setItem({json.dumps(name)}, {json.dumps(text)})"


def option_texts(item):
    """Give the options that an item offers, in the order of print; none if it offers none."""
    options = getattr(item, "options", ())
    return options() if callable(options) else [option.text for option in options]


def course_pages(course: Course = COURSE) -> list[str]:
    """Name the pages of a built course's table of contents, and those that Sphinx adds."""

    def documents(entry: object) -> list[str]:
        if isinstance(entry, list):
            return [document for part in entry for document in documents(part)]
        if not isinstance(entry, dict):
            return []
        here = [entry[name] for name in ("root", "file") if name in entry]
        return here + [document for value in entry.values() for document in documents(value)]

    toc = yaml.safe_load(course.contents.read_text(encoding="utf-8"))
    added = [name for name in ("search", "404") if (course.site / f"{name}.html").exists()]
    return [f"{document}.html" for document in [*documents(toc), *added]]


@dataclass
class Troubles:
    """What went wrong on a page, noted while it happens."""

    console: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def cut_off(context: BrowserContext, base: str):
    """Note what a context's pages reach for besides the site, and what fails.

    Nothing but this machine is there for them (chromium.py), and no route is set: a driver that
    is asked of each request takes a fifth of the work of loading a page.
    """
    context.set_default_timeout(PATIENCE)
    troubles = Troubles()
    home = urlsplit(base)

    def outside(url):
        parts = urlsplit(url)
        return parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != home.netloc

    def note_console(message):
        if message.type in {"error", "warning"} and message.text != NO_OFFLINE_COPY:
            troubles.console.append(message.text)

    def note_response(response):
        if response.status >= 400:
            troubles.failed.append(f"{response.status} {response.url}")

    context.on("console", note_console)
    context.on("weberror", lambda error: troubles.console.append(str(error.error)))
    context.on(
        "request",
        lambda request: troubles.outside.append(request.url) if outside(request.url) else None,
    )
    context.on("requestfailed", lambda request: troubles.failed.append(request.url))
    context.on("response", note_response)
    return troubles


def go_to(page: Page, url: str):
    """Open a page in a tab."""
    page.goto(url)
    return ready(page)


class Exercise:
    """An exercise on an open page."""

    def __init__(self, page: Page, item_id: str):
        self.page = page
        self.id = f"ex-{item_id}"
        self.root: Locator = page.locator(f"#{self.id}")

    def run(self, script, asked=None):
        """Run a script on the exercise, once it is there; give what it gives."""
        # A locator's own way to an element takes five times as long.
        told = self.page.evaluate(
            f"""async ([id, asked]) => {{
              const root = document.getElementById(id);
              return root && [await ({script})(root, asked)];
            }}""",
            [self.id, asked],
        )
        return told[0] if told else self.root.evaluate(script, asked)

    @property
    def kind(self):
        return self.run("(root) => root.dataset.kind")

    @property
    def state(self):
        return self.run("(root) => root.dataset.state")

    @property
    def response(self):
        return self.run("(root) => root.response")

    @property
    def shown(self):
        """All that the reader can read in the exercise."""
        return self.run("(root) => root.innerText")

    @property
    def verdict(self):
        return self.root.locator("[role=status]").inner_text()

    @functools.cached_property
    def payload(self):
        return json.loads(
            self.run("(root) => root.querySelector('script.exercise-data').textContent")
        )

    def answer(self, response):
        self.run("(root, response) => { root.response = response; }", response)

    def submit(self, response=None):
        """Submit by the page's contract; give the events that reach the document."""
        if response is not None:
            self.answer(response)
        return self.run(SUBMIT)

    def reset(self):
        self.run("(root) => root.reset()")

    def reveal(self):
        self.run("(root) => root.reveal()")

    def button(self, action):
        return self.root.locator(f"[data-action={action}]")

    def focus_on_title(self):
        self.run("""(root) => {
          const title = root.querySelector('.exercise-title');
          title.tabIndex = -1;
          title.focus();
        }""")

    @property
    def has_focus(self):
        """Whether the focus is on something of this exercise that the reader sees."""
        return self.run("""(root) => {
          const active = document.activeElement;
          return root.contains(active) && active.checkVisibility() && !active.disabled;
        }""")

    @property
    def in_view(self):
        return self.run(IN_VIEW)


def saved_by(page: Page) -> dict[str, str]:
    """Give what the browser has saved of a reader."""
    return page.evaluate("() => ({ ...localStorage })")


def saving(saved: dict[str, str]) -> str:
    """Give a script for a new browser that has saved this; once it is changed, it stays so."""
    return f"""try {{
      if (!localStorage.getItem('tests: given')) {{
        localStorage.setItem('tests: given', 'yes');
        Object.assign(localStorage, {json.dumps(saved)});
      }}
    }} catch {{ /* A page that may not save anything. */ }}"""


def open_page(context: BrowserContext, url: str):
    page = context.new_page()
    page.goto(url)
    return ready(page)


def ready(page: Page) -> Page:
    """Wait until a page's scripts have done their work, if it may run any."""
    try:
        page.evaluate(COME_ALIVE)
    except Error:
        # It has led on to another page.
        page.locator(ALIVE).wait_for(state="attached")
        page.evaluate(COME_ALIVE)
    return page


class Shelf:
    """Pages of one reader, each loaded once."""

    def __init__(self, context: BrowserContext, site: str):
        self.context, self.site = context, site
        self._pages: dict[str, Page] = {}
        self._in_front = ""
        #: A tab that goes from page to page takes half of the work that a new one does.
        self._tab: Page | None = None

    def __call__(self, name: str) -> Page:
        if name not in self._pages:
            self._pages[name] = open_page(self.context, self.site + name)
        elif name != self._in_front:
            # A browser lets a page in the background draw but once a second.
            self._pages[name].bring_to_front()
        self._in_front = name
        return self._pages[name]

    @contextmanager
    def once(self, name: str) -> Generator[Page]:
        """Open a page for a look at it only, in a tab that others are looked at in as well."""
        tab, self._tab = self._tab or self.context.new_page(), None
        if len(self.context.pages) > 1:
            tab.bring_to_front()
        self._in_front = ""
        try:
            yield go_to(tab, self.site + name)
        except BaseException:
            # It may be in any state.
            tab.close()
            raise
        self._tab = tab


class Tab:
    """One tab, whose reader is a new one with each page that is opened in it.

    A browser that goes from page to page in a tab has less to do than one that opens another. The
    site has to be served: from file to file a browser changes the process, and what is cleared in
    one may still be there in the next.

    Parameters
    ----------
    shelf
        The pages of the reader whose tab it is.
    """

    def __init__(self, shelf: Shelf):
        self.site = shelf.site
        self.page = shelf.context.new_page()

    def __call__(self, name: str, saved: dict[str, str] | None = None) -> Page:
        """Open a page; nothing is saved in the browser but what is given."""
        self.clear(saved)
        self.page.goto(self.site + name)
        return ready(self.page)

    def clear(self, saved: dict[str, str] | None = None) -> None:
        """Leave the page; nothing is saved in the browser but what is given."""
        # What the page before saves when it is left is gone too: this one runs no script.
        self.page.goto(self.site + PLAIN_FILE)
        self.page.mouse.move(0, 0)
        self.page.evaluate(
            """(saved) => {
              localStorage.clear();
              sessionStorage.clear();
              Object.assign(localStorage, saved);
            }""",
            saved or {},
        )
