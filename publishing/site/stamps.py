"""Stamps in the pages by which a page's version is recognised even if a host alters the page.

A host may append a comment, insert a script or strip spaces. Then the page's digest differs, but
its stamp still shows its version. The stamp is at the end of the page, so a page that has it is
complete.
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
    """Write into each page a digest of its other content.

    Parameters
    ----------
    site
        Folder of the built pages. A page that already has its stamp is not written again.

    Returns
    -------
    dict
        The stamps by path in the site.

    Raises
    ------
    CourseError
        If a page has no closing ``</body>``.
    """
    return {
        page.relative_to(site).as_posix(): _stamp(page) for page in sorted(site.rglob("*.html"))
    }


def _stamp(page: Path) -> str:
    # Read as bytes: the digest depends on line endings.
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
