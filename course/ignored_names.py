"""Find files that would be ignored because of their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from course.course import Course
from course.faults import Fault

#: Names that look like YAML to their author: ``final.yaml``, ``final.YML``, ``final.yml.txt``.
_MISNAMED: Final = re.compile(r"^[^.].*\.ya?ml(?:\.\w+)?$", re.IGNORECASE)


def misnamed_files(course: Course, folder: Path) -> Iterator[Fault]:
    """Yield a fault for each file that looks like YAML but lacks the suffix ``.yml``.

    Parameters
    ----------
    course
        The course.
    folder
        One of its folders from which every ``.yml`` file is read.
    """
    for file in sorted(folder.glob("*")):
        if _MISNAMED.match(file.name) and file.suffix != ".yml":
            stem = file.name.partition(".")[0]
            message = f"文件名应以 .yml 结尾，否则不会读到；请改名为 {stem}.yml，不用的请删去"
            yield Fault(course.shown(file), 0, "", "", message)
