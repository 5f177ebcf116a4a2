"""Our own book on disk: a copy of this checkout, whole or reduced to one page of items."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import yaml

from bench.course import COURSE, SPEECH
from course import FILE

#: The inputs of a build; the front end is already built.
_BUILT_FROM: Final = ("exercises/bank", "exercises/blueprints", "book")
_SETTINGS: Final = (FILE, "_config.yml", "_toc.yml")
_OF_THE_COURSE: Final = {"items", "completion"}
_PAGE: Final = "book/page"
_HEADER: Final = """\
chapter: page
number: "1"
page: book/page
title: 练习
objectives:
  - id: page-o1
    text: 能答出本页的练习
items:
"""
_TOC: Final = "format: jb-book\nroot: book/index\nchapters:\n  - file: book/page\n"


def copy_course(folder: Path) -> Path:
    """Copy the inputs of the course's build."""
    for name in _BUILT_FROM:
        shutil.copytree(
            COURSE.root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in _SETTINGS:
        shutil.copyfile(COURSE.root / name, folder / name)
    return folder


def write_page_of_items(folder: Path, items: Sequence[str]) -> None:
    """Write a book with one page that shows only items, each in a cell of its own.

    Parameters
    ----------
    folder
        A missing folder.
    items
        Ids in this course's bank; in the book they are prefixed with ``page-``.
    """
    copy_course(folder)
    for chapter in (folder / "book").glob("*.md"):
        chapter.unlink()
    shutil.rmtree(folder / "exercises" / "bank")
    (folder / "exercises" / "bank").mkdir()
    bank = _HEADER + "".join(_entry(item_id) for item_id in items)
    (folder / "exercises" / "bank" / "page.yml").write_text(bank, encoding="utf-8")
    shutil.rmtree(folder / "exercises" / "blueprints")
    (folder / "exercises" / "blueprints").mkdir()
    _forget_the_course(folder / FILE)
    config = (folder / "_config.yml").read_text(encoding="utf-8")
    config = config.replace("course_complete: true", "course_complete: false")
    (folder / "_config.yml").write_text(config, encoding="utf-8")
    (folder / "_toc.yml").write_text(_TOC, encoding="utf-8")
    # The items link to sentences of the speech, which needs a page of its own.
    speech = "".join(f"```{{speech}} {part.id}\n```\n\n" for part in SPEECH.paragraphs)
    (folder / "book" / "index.md").write_text(f"# 课程\n\n{speech}", encoding="utf-8")
    cells = "".join(
        f'```{{code-cell}} python\nfrom exercises import show\nshow("page-{item_id}")\n```\n\n'
        for item_id in items
    )
    front_matter = (
        (COURSE.root / "book" / "c03.md").read_text(encoding="utf-8").partition("\n# ")[0]
    )
    text = f"{front_matter}\n# 练习\n\n{cells}"
    (folder / f"{_PAGE}.md").write_text(text, encoding="utf-8")


def _forget_the_course(file: Path) -> None:
    """Remove the settings that name chapters and papers, which the book does not have."""
    settings = yaml.safe_load(file.read_text(encoding="utf-8"))
    kept = {name: value for name, value in settings.items() if name not in _OF_THE_COURSE}
    file.write_text(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _entry(item_id: str) -> str:
    """Return the bank's lines of an item, with the page's id and objective."""
    for file in sorted(COURSE.bank.glob("*.yml")):
        entries = re.split(r"(?m)^(?=  - id: )", file.read_text(encoding="utf-8"))
        for entry in entries:
            if entry.startswith(f"  - id: {item_id}\n") and "    kind: " in entry:
                named = entry.replace(f"- id: {item_id}", f"- id: page-{item_id}", 1)
                return re.sub(r"(?m)^    objective: .*$", "    objective: page-o1", named, count=1)
    raise KeyError(item_id)
