"""The contents of a package: the built pages, the launcher, and its data about the items."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from pathlib import Path
from typing import Any, Final

from exporting.model import MANIFEST, Collection, Exported, Section, Whole
from exporting.packages.interactions import interactions
from exporting.wording import one_line
from publishing.errors import CourseError
from publishing.site.launcher import launcher_files


class UnpackableError(ValueError):
    """The course cannot be packed; says why, and how to fix it."""


#: Files that only a site with its own address needs.
_LEFT_OUT: Final = {
    "index.html",
    "404.html",
    "sw.js",
    MANIFEST,
    "sitemap.xml",
    "robots.txt",
    "objects.inv",
    ".buildinfo",
}
#: Minimum length of the keys that identify an item and its version.
_KEY: Final = 4


def package_files(collection: Collection, kind: str) -> dict[str, bytes]:
    """Return all files of a package except its manifest, by path.

    Parameters
    ----------
    collection
        The items, and the course as a whole.
    kind
        The launcher's protocol, such as ``scorm12``.

    Raises
    ------
    UnpackableError
        If there are no pages to pack.
    """
    whole = _checked(collection)
    pages = {
        path: file.read_bytes()
        for file in sorted(whole.site.rglob("*"))
        if file.is_file() and (path := file.relative_to(whole.site).as_posix()) not in _LEFT_OUT
    }
    data = json.dumps(
        _data(collection, whole, kind, [path for path in pages if path.endswith(".html")]),
        ensure_ascii=False,
        separators=(",", ":"),
    )
    script = f"window.coursePackage={data};\n"
    try:
        launcher = launcher_files(collection.title, script, reaches_out=kind == "cmi5")
    except CourseError as error:
        raise UnpackableError(str(error)) from error
    return launcher | pages


def _checked(collection: Collection) -> Whole:
    """Return the course as a whole, if it can be packed."""
    whole = collection.whole
    if whole is None:
        raise UnpackableError("整门课程的包不能只装几章；请去掉 --chapters")
    if not whole.is_built:
        raise UnpackableError(f"还没有网页可以打包：{whole.site}；请先运行 make book")
    return whole


def _rule(whole: Whole) -> dict[str, Any]:
    """Return the rule for completing and passing the course."""
    return {"answered": whole.answered, "paper": whole.paper, "passMark": whole.pass_mark}


def _first(site: Path) -> str:
    """Return the address of the book's first page."""
    manifest = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
    return str(manifest["start_url"])


def _data(collection: Collection, whole: Whole, kind: str, pages: list[str]) -> dict[str, Any]:
    own = {"kind": kind, "first": _first(whole.site), "pages": pages}
    return own | known_course(collection, whole)


def known_course(collection: Collection, whole: Whole) -> dict[str, Any]:
    """Return what a script needs to know of the course to report answers.

    Parameters
    ----------
    collection
        The items.
    whole
        The course as a whole.
    """
    placed = [(section, item) for section in collection.sections for item in section.items]
    keys = item_keys([item for _, item in placed])
    return {
        "course": collection.course,
        "version": collection.version,
        "title": collection.title,
        "rule": _rule(whole),
        "items": [_item(section, item, keys[item.id]) for section, item in placed],
    }


def _item(section: Section, item: Exported, key: str) -> dict[str, Any]:
    return {
        "id": item.id,
        "key": key,
        "version": item.version,
        "max": item.rubric.max,
        "counts": not section.tour,
        "chapter": section.id,
        "title": one_line(section.title),
        "stem": one_line(item.stem),
        "slots": [
            [name, None if slot.typed else list(slot.values)]
            for name, slot in item.rubric.slots.items()
        ],
        "interactions": [one.handed_over() for one in interactions(item)],
    }


def item_keys(items: list[Exported]) -> dict[str, str]:
    """Return short unique keys for items with their versions.

    Platforms store little, and what they store outlives the package; list indices would refer to
    other items in the next version of the course.
    """
    for length in range(_KEY, 2 * _KEY):
        keys = {item.id: _key(item)[:length] for item in items}
        if len(set(keys.values())) == len(items):
            return keys
    return {item.id: _key(item) for item in items}


def _key(item: Exported) -> str:
    digest = hashlib.sha256(f"{item.id} {item.version}".encode()).digest()
    return b64encode(digest, b"-_").decode()
