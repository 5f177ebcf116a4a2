"""The second course, used by tests of the machinery: its pages load in half the time."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
import sys
from pathlib import Path

from course import Course

SHISHUO = Course.at(Path(__file__).parent / "courses" / "shishuo")

#: Its pages, by purpose.
FRONT, REVIEW, EXAM, PROGRESS, NOTES = (
    f"book/{name}.html" for name in ("kaijuan", "fuxi", "ceshi", "jindu", "biji")
)
CHAPTERS = [f"book/{name}.html" for name in ("shizhidao", "congshi", "shengren")]


def built_in(folder: Path) -> Course:
    """Return the course with its site, built by the first of several processes.

    Parameters
    ----------
    folder
        A folder shared by these processes.
    """
    course = Course(folder / "shishuo")
    with (folder / "shishuo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        # The service worker is written last in a build.
        if not (course.site / "sw.js").exists():
            shutil.rmtree(course.root, ignore_errors=True)
            shutil.copytree(SHISHUO.root, course.root, ignore=shutil.ignore_patterns("_build"))
            command = [sys.executable, "-m", "publishing", "html", "--quiet"]
            subprocess.run([*command, "--course", str(course.root)], check=True)
    return course
