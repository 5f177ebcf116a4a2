"""Small books for tests: a course with one chapter in its own folder."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from publishing.__main__ import main
from tests.exercises.banks import SINGLE, write_bank
from tests.publishing.forked import run
from tests.this_course import ROOT

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
    """The result of a build.

    Parameters
    ----------
    code
        Exit status.
    output
        Everything it printed.
    error
        The error message that ended it, or an empty string.
    page
        The built chapter, or an empty string.
    """

    code: int
    output: str
    error: str
    page: str


class SmallBook:
    """A book with one chapter on this repository's speech, in its own folder.

    Parameters
    ----------
    folder
        An empty folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bank(SINGLE)
        config = (ROOT / "_config.yml").read_text(encoding="utf-8")
        self.write(
            "_config.yml", config.replace("    course_complete: true", "    course_complete: false")
        )
        self.write("_toc.yml", TOC)
        self.write("book/index.md", "# 课程\n")
        self.chapter(SOUND)

    def write(self, name: str, text: str) -> None:
        """Write a file of the book."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def chapter(self, body: str) -> None:
        """Replace the body of the chapter."""
        self.write("book/c07.md", CHAPTER.replace("{body}", body))

    def bank(self, *items: str) -> None:
        """Replace the items of the bank."""
        write_bank(self.folder, *items)

    def preview(self, port: int, *program: str) -> subprocess.Popen[str]:
        """Start the preview as the Makefile does; its output is read line by line."""
        option, code, *rest = program or ("-m", "publishing")
        return subprocess.Popen(
            [sys.executable, option, code, "preview", "--port", str(port), *rest],
            cwd=self.folder,
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(self.folder)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def build(self, builder: str = "html", *options: str) -> Built:
        """Build as the Makefile does."""
        done = run(partial(main, [builder, *options]), self.folder)
        page = self.folder / "_build" / "html" / "book" / "c07.html"
        return Built(
            done.code,
            done.output + done.errors,
            done.errors.partition("课程没有生成：")[2],
            page.read_text(encoding="utf-8") if page.exists() else "",
        )
