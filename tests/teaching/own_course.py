"""A copy of this repository's course with teaching data that tests may break."""

from __future__ import annotations

import shutil
from pathlib import Path

from course import Course
from teaching.data import FOLDER
from tests.this_course import ROOT


class OwnCourse:
    """The copy."""

    def __init__(self, folder: Path) -> None:
        for part in ("book", "exercises/bank", "exercises/blueprints"):
            shutil.copytree(ROOT / part, folder / part)
        for part in ("course.yml", "_toc.yml"):
            shutil.copy(ROOT / part, folder / part)
        self.folder = folder

    @property
    def course(self) -> Course:
        return Course.at(self.folder)

    def change(self, file: str, old: str, new: str) -> None:
        path = self.folder / FOLDER / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) >= 1, old
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
