"""Pack the site in one file, to be carried on a stick or sent by mail."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from course.archives import packed
from publishing.errors import CourseError

#: Name of the top-level folder in the archive.
FOLDER: Final = "course"


def write_archive(site: Path, archive: Path) -> None:
    """Pack the site. Opened from the unpacked folder, everything works without a server.

    Parameters
    ----------
    site
        Folder of the built pages.
    archive
        The file to write.

    Raises
    ------
    CourseError
        If the site has not been built.
    """
    if not (site / "index.html").exists():
        raise CourseError(f"还没有网页可以打包：{site}；请先运行 make book")
    files = {
        f"{FOLDER}/{file.relative_to(site).as_posix()}": file.read_bytes()
        for file in sorted(site.rglob("*"))
        if file.is_file() and file.name != ".buildinfo"
    }
    archive.write_bytes(packed(files))
