"""A dummy built site, for tests that need a site but none of its pages."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from course import Course
from exercises import load_bank
from exporting.collecting import collect
from exporting.model import Collection

#: A page, a file whose name must be escaped in addresses, and files that only sites have.
_FILES = {
    "book/index.html": "<!DOCTYPE html><title>一</title>",
    "_static/一 二.css": "p {}",
    "sw.js": "",
    "manifest.webmanifest": json.dumps({"name": "一", "start_url": "book/index.html"}),
}


def make_site(folder: Path) -> Path:
    """Write the site into a folder, and return the folder."""
    for path, text in _FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def collected(course: Course, folder: Path) -> Collection:
    """Return all items of a course with a dummy site."""
    collection = collect(course, load_bank(course))
    assert collection.whole
    return replace(collection, whole=replace(collection.whole, site=make_site(folder)))
