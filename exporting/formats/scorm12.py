"""SCORM 1.2: the whole course as one object."""

from __future__ import annotations

from functools import partial
from typing import Final

from exporting.packages.scorm import SCORM_12, write
from exporting.registry import Format

FORMAT: Final = Format(SCORM_12.title, "scorm12.zip", partial(write, SCORM_12), whole=True)
