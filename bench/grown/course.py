"""Write a generated course to disk."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Final

import yaml

from bench.course import COURSE
from bench.grown.items import ITEMS, chapter_items
from bench.grown.text import PARAGRAPHS, paragraph
from bench.stock.chapter import FRONT_MATTER
from course import FILE

#: Pages besides the chapters, with the directive of each.
_PAGES: Final = {
    "fulltext": ("原文全文", "speech-appendix"),
    "progress": ("学习进度", "progress"),
    "review": ("今日复习", "review"),
    "notes": ("我的笔记", "notes"),
    "exam": ("测试", "exam"),
}
#: How many items of a chapter each of its cells shows.
_IN_A_CELL: Final = 5


def write_grown_course(folder: Path, chapters: int) -> None:
    """Write a course that can be built.

    Parameters
    ----------
    folder
        A missing or empty folder.
    chapters
        Number of chapters, each with 20 items.
    """
    (folder / "book").mkdir(parents=True)
    (folder / "exercises" / "bank").mkdir(parents=True)
    text = "\n".join(paragraph(number) for number in range(chapters * PARAGRAPHS)) + "\n"
    (folder / "book" / "source.txt").write_text(text, encoding="utf-8")
    _dump(folder / FILE, _settings(text, chapters))
    config = (COURSE.root / "_config.yml").read_text(encoding="utf-8")
    (folder / "_config.yml").write_text(config, encoding="utf-8")
    names = [f"k{number + 1}" for number in range(chapters)]
    pages = [{"file": f"book/{name}"} for name in [*names, *_PAGES]]
    _dump(folder / "_toc.yml", {"format": "jb-book", "root": "book/index", "chapters": pages})
    _write_page(folder, "index", "# 课程\n\n一门编出来的课程。\n")
    for name, (title, directive) in _PAGES.items():
        _write_page(folder, name, f"# {title}\n\n```{{{directive}}}\n```\n")
    for number, name in enumerate(names):
        _write_page(folder, name, _chapter(number))
        _dump(folder / "exercises" / "bank" / f"{name}.yml", _bank(number))


def _settings(text: str, chapters: int) -> dict[str, Any]:
    return {
        "id": f"grown-{chapters}",
        "title": f"{chapters} 章的课程",
        "short_title": f"{chapters} 章",
        "author": "测量",
        "source": {
            "file": "book/source.txt",
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "called": "原文",
            "title": "各行琐记",
        },
    }


def _bank(number: int) -> dict[str, Any]:
    name = f"k{number + 1}"
    return {
        "chapter": name,
        "number": str(number + 1),
        "page": f"book/{name}",
        "title": f"第{number + 1}组",
        "objectives": [{"id": f"{name}-o1", "text": "能说出各条先做什么"}],
        "items": chapter_items(number),
    }


def _chapter(number: int) -> str:
    """Return a chapter's source: its text in sections, each with its share of the items."""
    parts = [f"{FRONT_MATTER}\n# 第{number + 1}组　各条\n\n```{{objectives}}\n```\n"]
    shown = [f'"k{number + 1}-n{place + 1}"' for place in range(ITEMS)]
    cells = ITEMS // _IN_A_CELL
    each = PARAGRAPHS // cells
    for place in range(cells):
        first = number * PARAGRAPHS + place * each
        parts.append(f"## 第{place + 1}节\n")
        parts += [f"```{{speech}} p{first + n + 1:02}\n```\n" for n in range(each)]
        items = ", ".join(shown[place * _IN_A_CELL : (place + 1) * _IN_A_CELL])
        parts.append(f"```{{code-cell}} python\nfrom exercises import show\nshow({items})\n```\n")
    return "\n".join(parts)


def _write_page(folder: Path, name: str, text: str) -> None:
    (folder / "book" / f"{name}.md").write_text(text, encoding="utf-8")


def _dump(file: Path, data: dict[str, Any]) -> None:
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
