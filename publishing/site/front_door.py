"""The page at the site's root, which redirects to the book's first page."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Final

from publishing.html.security import content_security_policy

# Jupyter Book writes one too, but without language, title or a visible link.
_PAGE: Final = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="{policy}">
  <meta http-equiv="refresh" content="0; url={first}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{title}</title>
  <link rel="icon" type="image/svg+xml" href="_static/favicon.svg">
</head>
<body>
  <p><a href="{first}">进入{title}</a></p>
</body>
</html>
"""


def write_front_door(site: Path, title: str, first_page: str) -> None:
    """Write ``index.html``.

    Parameters
    ----------
    site
        Folder of the built pages.
    title
        The course's title.
    first_page
        Address of the book's first page in the site.
    """
    first = escape(first_page)
    page = _PAGE.format(policy=content_security_policy(), first=first, title=escape(title))
    (site / "index.html").write_text(page, encoding="utf-8")
