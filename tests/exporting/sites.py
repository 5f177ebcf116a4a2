"""A built site made up, for tests that need one and no page of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from course import Course
from exercises import load_bank
from exporting.collecting import collect
from exporting.model import Collection

#: A page, a file with a name that an address cannot have as it is, and what only sites have.
_FILES = {
    "book/index.html": "<!DOCTYPE html><title>一</title>",
    "_static/一 二.css": "p {}",
    "sw.js": "",
    "manifest.webmanifest": json.dumps({"name": "一", "start_url": "book/index.html"}),
}


def make_site(folder: Path) -> Path:
    """Write the site into a folder; give the folder."""
    for path, text in _FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def collected(course: Course, folder: Path) -> Collection:
    """Give all items of a course, whose built site is made up."""
    collection = collect(course, load_bank(course))
    assert collection.whole
    return replace(collection, whole=replace(collection.whole, site=make_site(folder)))
