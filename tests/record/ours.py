"""Record the course's own statements with the sentences they cite: ``make notebooks``.

The record is reviewed in the diff before a commit: a citation moved by one sentence, a changed
character in a summary, a hint, an objective or a level is visible there, beside the cited text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from exercises import Chapter
from exercises.item import LEVELS, TASKS, Item
from tests.this_course import COURSE, load_bank

FOLDER = Path(__file__).parent
STATEMENTS = FOLDER / "statements.txt"
ITEMS = FOLDER / "items.txt"


def statements() -> str:
    """Return all statements of the built pages, by page, each with its sentences."""
    listed = (COURSE.built / "statements.csv").read_text(encoding="utf-8-sig")
    rows = csv.DictReader(listed.splitlines(keepends=True))
    parts = []
    for page, of_page in groupby(rows, key=itemgetter("文件")):
        parts.append(f"# {page}\n")
        parts += [
            f"{row['位置']}：{row['本书的话']}\n{indented(row['原句'] or row['出处'])}\n"
            for row in of_page
        ]
    return "\n".join(parts)


def items() -> str:
    """Return the items' data besides question and answers: level, objective, sources, hint."""
    return "\n".join(line for chapter in load_bank().chapters for line in of_chapter(chapter))


def of_chapter(chapter: Chapter) -> Iterator[str]:
    """Yield a chapter's objectives and items."""
    yield f"# {chapter.id} {chapter.title}\n"
    yield "".join(f"{objective.id} {objective.text}\n" for objective in chapter.objectives)
    for item in chapter.items:
        yield of_item(item)


def of_item(item: Item) -> str:
    """Return one item."""
    task = f" · {TASKS[item.task]}" if item.task else ""
    told = [f"{item.id} {item.label} · {LEVELS[item.level]}{task} · {item.objective}"]
    told += [f"题干：{item.stem}", f"提示：{item.hint or '无'}"]
    sentences = "\n".join(f"{sentence.id} {sentence.text}" for sentence in item.sentences)
    return "\n".join([*told, indented(sentences)]) + "\n"


def indented(text: str) -> str:
    """Indent lines."""
    return "\n".join(f"    {line}" for line in text.splitlines())


def main() -> None:
    """Write both records."""
    STATEMENTS.write_text(statements(), encoding="utf-8")
    ITEMS.write_text(items(), encoding="utf-8")


if __name__ == "__main__":
    main()
