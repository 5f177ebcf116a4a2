"""The service worker, which keeps a copy of the whole course in the browser."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Final

from course import Settings
from publishing.front_end import built
from publishing.site.stamps import stamp_pages

WORKER: Final = "sw.js"
#: Files that readers never load; some are for search engines.
_LEFT_OUT: Final = {WORKER, "objects.inv", "sitemap.xml", "robots.txt", ".buildinfo"}
_SCRIPT: Final = Path(__file__).parent / "worker" / "dist" / "worker.js"
_VERSION_LENGTH: Final = 12


def write_worker(site: Path, settings: Settings) -> None:
    """Stamp the pages, and write the worker with the list of the site's files.

    Parameters
    ----------
    site
        Folder of the built pages, complete.
    settings
        The course's settings, for the name of the copy.

    Raises
    ------
    CourseError
        If the front end has not been built.
    """
    script = built(_SCRIPT).decode()
    stamps = stamp_pages(site)
    files = digests(site)
    listing = json.dumps(
        {
            "course": settings.id,
            "legacy": settings.saved.earlier_prefix or "",
            "version": version(files),
            "files": files,
            "stamps": stamps,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    (site / WORKER).write_text(f"self.SITE={listing};\n{script}", encoding="utf-8")


def digests(site: Path) -> dict[str, str]:
    """Return the SHA-256 of each file that readers load, by path in the site."""
    return {
        path: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(site.rglob("*"))
        if file.is_file() and (path := file.relative_to(site).as_posix()) not in _LEFT_OUT
    }


def version(files: dict[str, str]) -> str:
    """Return a name for a version of the site, derived from its files."""
    named = "\n".join(f"{digest}  {path}" for path, digest in sorted(files.items()))
    return hashlib.sha256(named.encode()).hexdigest()[:_VERSION_LENGTH]
