"""Several courses, or editions of one, beside each other: on one host, or as folders of one disk."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from course.settings import Saved
from publishing.site.offline import write_worker
from tests.browser.hosts import Listening
from tests.browser.reader import PLAIN_FILE, go_to, stored_name
from tests.second_course import SHISHUO

OTHER_ID = "another-course"
OTHER_TITLE = "另一门课程"
#: As the last version before this one had it.
LEGACY = SHISHUO.settings.saved.earlier_prefix


class Host:
    """A host that serves a folder under each of several paths."""

    def __init__(self):
        self.folders: dict[str, Path] = {}
        host = self

        class Handler(SimpleHTTPRequestHandler):
            def translate_path(self, path):
                # The longest path first: an edition may lie below another.
                for mounted in sorted(host.folders, key=len, reverse=True):
                    if path.startswith(mounted):
                        self.directory = str(host.folders[mounted])
                        return super().translate_path("/" + path.removeprefix(mounted))
                return "/nothing-is-mounted-here"

            def end_headers(self):
                # One address may have had a page of another course a moment ago.
                if self.path.endswith(".html"):
                    self.send_header("Cache-Control", "no-store")
                super().end_headers()

            def log_message(self, *_):
                pass

        server = Listening(Handler)
        self.address, self.close = server.address, server.close


@dataclass
class Edition:
    """A course at a place."""

    folder: Path
    base: str
    course: str
    host: Host | None = None
    path: str = ""

    def open(self, tab, page):
        """Open a page of it in a tab."""
        self.serve()
        return go_to(tab, self.base + page)

    def serve(self):
        """Serve it, where one path has now this course and now that."""
        if self.host:
            self.host.folders[self.path] = self.folder

    def plain(self, tab):
        """Open a file of it that runs no script, to look at what is stored."""
        self.serve()
        tab.goto(self.base + PLAIN_FILE)
        return tab

    def entries(self, tab):
        """Give what is stored of it, by the entries' own names."""
        stored = self.plain(tab).evaluate("({ ...localStorage })")
        start = self.named("")
        return {
            name.removeprefix(start): text
            for name, text in stored.items()
            if name.startswith(start)
        }

    def named(self, name):
        """Give the name under which it saves an entry."""
        return stored_name(self.base, name, course=self.course)


def another_course(site: Path, folder: Path) -> Path:
    """Make a course of another id, with no records of the time before, from a built one."""
    shutil.copytree(site, folder)
    own = f'data-course-id="{SHISHUO.settings.id}"'
    for file in folder.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        text = text.replace(own, f'data-course-id="{OTHER_ID}"')
        text = text.replace(f' data-legacy-prefix="{LEGACY}"', "")
        start, found, rest = text.partition('property="og:site_name" content="')
        if found:
            text = start + found + OTHER_TITLE + rest[rest.index('"') :]
        file.write_text(text, encoding="utf-8")
    other = SHISHUO.settings.model_copy(update={"id": OTHER_ID, "saved": Saved()})
    write_worker(folder, other)
    return folder
