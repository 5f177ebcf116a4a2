"""A learning platform at the browser: scorm-again is its run-time, the package its course."""

from __future__ import annotations

import mimetypes
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Frame, Page, Route

from course import Course
from exercises import load_bank
from exporting.collecting import collect
from exporting.packages.packed_course import package_files
from tests.browser.reader import ROOT
from tests.this_course import COURSE

HOST = "http://platform.example/"
RUN_TIME = ROOT / "node_modules" / "scorm-again" / "dist"
#: No frame may use the browser's storage, as in a platform of another site. Of whatever address: a
#: frame's first document keeps its window, and what was denied to it, when the course comes.
NO_STORAGE = """for (const name of ['localStorage', 'sessionStorage']) {
  Object.defineProperty(window, name, {
    get() { throw new DOMException('denied', 'SecurityError'); },
  });
}"""
#: Tells whether a frame can use the browser's storage.
HAS_STORAGE = """() => {
  try {
    return [localStorage, sessionStorage].length > 0;
  } catch {
    return false;
  }
}"""
#: Milliseconds between two looks. Waiting for a locator, the driver soon looks but twice a second.
A_MOMENT = 20
#: Gives what stands in a part of the page, once it has the words.
SAYS = """([part, words]) => {
  const said = document.querySelector(part)?.textContent.trim() ?? '';
  return new RegExp(words, 'u').test(said) && said;
}"""
COURSE_IS_ALIVE = "() => document.documentElement?.matches('[data-course=ready]')"
COURSE_IS_READY = """() =>
  document.documentElement?.matches('[data-exercises=ready][data-course=ready]')"""
HAS_SESSION = """() => document.querySelector('iframe').contentDocument
  ?.documentElement?.matches('[data-session]')"""
APIS = {"scorm12": ("API", "Scorm12API"), "scorm2004": ("API_1484_11", "Scorm2004API")}


def package(name: str, course: Course = COURSE) -> dict[str, bytes]:
    """Give the files of a package of a built course, as they are unpacked."""
    return package_files(collect(course, load_bank(course)), name)


def said(frame: Frame | Page, part: str, words: str) -> str:
    """Wait until a part of a page says some words, given as a pattern; give all that it says."""
    found = frame.wait_for_function(SAYS, arg=[part, words], polling=A_MOMENT)
    return str(found.json_value())


def items_of(held: dict) -> list[str]:
    """Name the items of the interactions that a platform holds, in order."""
    return [one["id"].partition("_")[0] for one in held["interactions"].values()]


class Platform:
    """One learner's visits to the course in a platform.

    Parameters
    ----------
    context
        The learner's browser.
    name
        The package's format.
    files
        The package's files.
    """

    def __init__(self, context: BrowserContext, name: str, files: dict[str, bytes]) -> None:
        self.context, self.files = context, files
        self.name, self.run_time = APIS[name]
        context.route(f"{HOST}**", self._serve)

    def open(self, held: dict | None = None) -> Page:
        """Open the course as a learner of whom the platform holds something."""
        page = self.context.new_page()
        page.goto(HOST)
        page.add_script_tag(path=RUN_TIME / f"{self.run_time.lower()[:-3]}.min.js")
        page.evaluate(
            """([name, runTime, held]) => {
              const api = new window[runTime]({ autocommit: false, logLevel: 5 });
              if (held) api.loadFromJSON(held);
              else if (name === 'API') api.cmi.core.student_id = 'learner';
              else api.cmi.learner_id = 'learner';
              window[name] = api;
              const frame = document.createElement('iframe');
              frame.src = '/course/launch.html';
              frame.style = 'width: 100%; height: 90vh';
              document.body.append(frame);
            }""",
            [self.name, self.run_time, held],
        )
        page.wait_for_function(HAS_SESSION, polling=A_MOMENT)
        return page

    def leave(self, page: Page) -> dict:
        """Close the course; give what the platform holds then."""
        page.evaluate("document.querySelector('iframe').remove()")
        held = self.held(page)
        page.close()
        return held

    def value(self, page: Page, element: str) -> str:
        """Ask the platform for an element of its data."""
        call = "LMSGetValue" if self.name == "API" else "GetValue"
        return page.evaluate(f"(name) => window.{self.name}.{call}(name)", element)

    def refuse(self, page: Page, call: str) -> None:
        """Let a call fail, as when the learner's session has ended: ``SetValue`` or ``Commit``."""
        call = f"LMS{call}" if self.name == "API" else call
        page.evaluate(
            """([name, call]) => {
              const api = window[name];
              const taking = api[call];
              api[call] = () => 'false';
              window.takeAgain = () => { api[call] = taking; };
            }""",
            [self.name, call],
        )

    def retry(self, page: Page) -> None:
        """Let calls succeed again, and have the learner ask for it in the same moment.

        What the page saves by itself needs no button.
        """
        page.evaluate(
            """() => {
              takeAgain();
              const { contentDocument } = document.querySelector('iframe');
              [...contentDocument.querySelectorAll('button')]
                .find((one) => one.textContent === '再试一次').click();
            }"""
        )

    def held(self, page: Page) -> dict:
        """Give what the platform holds now."""
        return page.evaluate(f"() => window.{self.name}.renderCMIToJSONObject().cmi")

    @staticmethod
    def launcher(page: Page) -> Frame:
        """Give the frame that the platform opened."""
        return next(frame for frame in page.frames if frame.url.endswith("/launch.html"))

    @staticmethod
    def course(page: Page) -> Frame:
        """Give the frame of the course's pages."""
        return Platform.launcher(page).child_frames[0]

    def _serve(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path == "/":
            route.fulfill(body="<!DOCTYPE html><title>platform</title>", content_type="text/html")
            return
        content = self.files.get(path.removeprefix("/course/"))
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        if content is None:
            route.fulfill(status=404)
        else:
            route.fulfill(body=content, content_type=f"{kind}; charset=utf-8")
