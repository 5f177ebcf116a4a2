"""Small books for tests: this checkout's machinery around a chapter of the test's own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.exercises.banks import SINGLE, write_bank

ROOT = Path(__file__).parents[2]

TOC = """\
format: jb-book
root: book/index
chapters:
  - file: book/c07
"""

CHAPTER = """\
---
file_format: mystnb
kernelspec:
  name: python3
  display_name: Python 3
---

# 第七章　收官之年的部署

{body}
"""

SOUND = """\
```{speech} p13
```

```{code-cell} python
from exercises import show
show("c07-stage")
```
"""


@dataclass(frozen=True)
class Built:
    """How a build ended.

    Parameters
    ----------
    code
        Exit status.
    output
        All that it printed.
    error
        The one error with which it ended, or an empty text.
    page
        The built chapter, or an empty text.
    """

    code: int
    output: str
    error: str
    page: str


class SmallBook:
    """A book of one chapter in a folder of its own.

    Parameters
    ----------
    folder
        An empty folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for package in ("speech", "exercises", "publishing"):
            ignored = shutil.ignore_patterns("__pycache__", "*.yml", "node_modules")
            shutil.copytree(ROOT / package, folder / package, ignore=ignored)
        shutil.copytree(ROOT / "book" / "speech", folder / "book" / "speech")
        config = (ROOT / "_config.yml").read_text(encoding="utf-8")
        self.write(
            "_config.yml", config.replace("    course_complete: true", "    course_complete: false")
        )
        self.write("_toc.yml", TOC)
        self.write("book/index.md", "# 课程\n")
        self.chapter(SOUND)
        self.bank(SINGLE)

    @property
    def _environment(self) -> dict[str, str]:
        folder = str(self.folder)
        return {"PATH": "/usr/bin:/bin", "PYTHONPATH": folder, "HOME": folder}

    def write(self, name: str, text: str) -> None:
        """Write a file of the book."""
        (self.folder / name).write_text(text, encoding="utf-8")

    def chapter(self, body: str) -> None:
        """Give the chapter another body."""
        self.write("book/c07.md", CHAPTER.replace("{body}", body))

    def bank(self, *items: str) -> None:
        """Give the bank other items."""
        (self.folder / "exercises" / "bank").mkdir(exist_ok=True)
        write_bank(self.folder / "exercises" / "bank", *items)

    def preview(self, port: int) -> subprocess.Popen[str]:
        """Start the preview as the Makefile does; what it says comes line by line."""
        return subprocess.Popen(
            [sys.executable, "-m", "publishing", "preview", "--port", str(port)],
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def build(self, builder: str = "html") -> Built:
        """Build as the Makefile does."""
        done = subprocess.run(
            [sys.executable, "-m", "publishing", builder],
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        page = self.folder / "_build" / "html" / "book" / "c07.html"
        return Built(
            done.returncode,
            done.stdout + done.stderr,
            done.stderr.partition("课程没有生成：")[2],
            page.read_text(encoding="utf-8") if page.exists() else "",
        )
