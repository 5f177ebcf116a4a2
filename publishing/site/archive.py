"""The site as one file, to be carried on a stick or sent by mail."""

from __future__ import annotations

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
    pack(
        {
            file.relative_to(site).as_posix(): file.read_bytes()
            for file in sorted(site.rglob("*"))
            if file.is_file() and file.name != ".buildinfo"
        },
        archive,
        FOLDER,
    )


def pack(files: Mapping[str, bytes], archive: Path, folder: str) -> None:
    """Pack files into a folder of an archive: the same files give the same bytes.

    Parameters
    ----------
    files
        The files by their paths in the folder, in order.
    archive
        The file to write.
    folder
        The folder that unpacking makes.
    """
    with ZipFile(archive, "w", ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in files.items():
            entry = ZipInfo(f"{folder}/{name}", _MOMENT)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = _READABLE
            packed.writestr(entry, content)
