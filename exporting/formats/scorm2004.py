"""SCORM 2004: the whole course as one object."""

from __future__ import annotations

from functools import partial
from typing import Final

from exporting.packages.scorm import SCORM_2004, write
from exporting.registry import Format

FORMAT: Final = Format(SCORM_2004.title, "scorm2004.zip", partial(write, SCORM_2004), whole=True)
