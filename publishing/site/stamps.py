"""What each page carries to be known by, although a host may alter it on the way.

A host may append a comment, insert a script or leave out spaces; the page's own digest is then
another one, but its stamp tells of which version it is. It stands at the page's end, so a page that
has it is whole.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

from publishing.errors import CourseError

_STAMP: Final = re.compile(r'<span hidden data-stamp="[0-9a-f]*"></span>\n')
_END: Final = "</body>"
_LENGTH: Final = 16


def stamp_pages(site: Path) -> dict[str, str]:
    """Write into each page the digest of all else that is in it.

    Parameters
    ----------
    site
        Folder of the built pages. A page that has its stamp already is left untouched.

    Returns
    -------
    dict
        The stamps by the pages' paths in the site.

    Raises
    ------
    CourseError
        If a page has no end.
    """
    return {
        page.relative_to(site).as_posix(): _stamp(page) for page in sorted(site.rglob("*.html"))
    }


def _stamp(page: Path) -> str:
    # Bytes, since line ends are part of what a digest is of.
    stamped = page.read_bytes().decode("utf-8")
    plain = _STAMP.sub("", stamped)
    head, end, tail = plain.rpartition(_END)
    if not end:
        raise CourseError(f"网页不完整，没有 {_END}：{page}；请删去它，再运行 make book")
    stamp = hashlib.sha256(plain.encode()).hexdigest()[:_LENGTH]
    fresh = f'{head}<span hidden data-stamp="{stamp}"></span>\n{end}{tail}'
    if fresh != stamped:
        page.write_bytes(fresh.encode())
    return stamp
