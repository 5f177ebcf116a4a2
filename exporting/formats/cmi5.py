"""cmi5: the whole course as one unit that reports to a record store."""

from __future__ import annotations

from typing import Final

from exporting.packages.cmi5 import TITLE, write
from exporting.registry import Format

FORMAT: Final = Format(TITLE, "cmi5.zip", write, whole=True)
