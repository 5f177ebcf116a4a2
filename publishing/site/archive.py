"""The site as one file, to be carried on a stick or sent by mail."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from publishing.errors import CourseError

#: The folder that unpacking makes.
FOLDER: Final = "course"
#: The first moment that the format can name: the same site gives the same bytes.
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_READABLE: Final = 0o644 << 16


def write_archive(site: Path, archive: Path) -> None:
    """Pack the site; opened from the unpacked folder, everything works without a server.

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


def packed(files: Mapping[str, bytes]) -> bytes:
    """Pack files, in the order given; the same files give the same bytes.

    Parameters
    ----------
    files
        What they hold, by their paths.
    """
    archive = io.BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED, compresslevel=9) as written:
        for path, content in files.items():
            entry = ZipInfo(path, _MOMENT)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = _READABLE
            written.writestr(entry, content)
    return archive.getvalue()
