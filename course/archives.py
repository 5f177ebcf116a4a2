"""Files in one archive."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The first moment that the format can name: the same files give the same bytes.
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_READABLE: Final = 0o644 << 16


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
