"""The built site with a few of its pages: soon copied, and soon kept by a browser."""

from __future__ import annotations

import shutil
from pathlib import Path

from publishing.site.offline import write_worker
from tests.browser.reader import SITE
from tests.this_course import COURSE

#: Where each page has a file of its own.
_BY_PAGE = ("book", "_static/items", "_static/sentence-items")


def site_of(pages: set[str], folder: Path) -> Path:
    """Make a site of a few pages of the built one, complete with its worker.

    Parameters
    ----------
    pages
        The pages' names, without folder and ending.
    folder
        Where it is put; there is nothing yet.
    """

    def left_out(at: str, names: list[str]) -> set[str]:
        place = Path(at).relative_to(SITE)
        if place.as_posix() in _BY_PAGE:
            return {name for name in names if Path(name).stem.removeprefix("book-") not in pages}
        return {"handout.pdf"}

    shutil.copytree(SITE, folder, ignore=left_out)
    write_worker(folder, COURSE.settings)
    return folder
