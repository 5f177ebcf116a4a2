"""The course to measure: that of the working folder."""

from __future__ import annotations

from typing import Final

from course import Course
from exercises import load_bank
from speech import load_speech

COURSE: Final = Course.at()
SPEECH: Final = load_speech(COURSE)
BANK: Final = load_bank(COURSE)
