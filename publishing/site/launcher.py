"""The page with which a learning platform opens the course: it shows the site in a frame."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Final

from publishing.front_end import built
from publishing.html.security import content_security_policy

#: The launcher's page, at the root of the package.
PAGE: Final = "launch.html"
#: The launcher's folder: its script, its style sheet, and data about the course.
FOLDER: Final = "_platform"
_BUILT: Final = Path(__file__).parents[1] / "html" / "web" / "dist" / "platform"

_PAGE: Final = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="{policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>{title}</title>
  <link rel="icon" type="image/svg+xml" href="_static/favicon.svg">
  <link rel="stylesheet" href="{folder}/launch.css">
  <script src="{folder}/data.js" defer></script>
  <script src="{folder}/launch.js" defer></script>
</head>
<body>
  <noscript><p>这门课程在平台里要用脚本；请在浏览器里允许，再重新打开。</p></noscript>
</body>
</html>
"""


def launcher_files(title: str, data: str, *, reaches_out: bool) -> dict[str, bytes]:
    """Return the launcher's files, by path in the package.

    Parameters
    ----------
    title
        The course's title.
    data
        A script with the launcher's data about the course.
    reaches_out
        Whether it connects to a record store whose address is only known at launch; otherwise it
        talks to the platform through the window only.

    Raises
    ------
    CourseError
        If the front end has not been built.
    """
    also = {"frame-src": "'self'"}
    if reaches_out:
        also["connect-src"] = "'self' https: http:"
    policy = content_security_policy(also=also)
    page = _PAGE.format(policy=escape(policy), title=escape(title), folder=FOLDER)
    return {
        PAGE: page.encode(),
        f"{FOLDER}/data.js": data.encode(),
        **{f"{FOLDER}/{name}": built(_BUILT / name) for name in ("launch.css", "launch.js")},
    }
