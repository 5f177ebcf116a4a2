"""The chapters that both books have, and the stock books made from them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from bench.course import BANK, COURSE
from bench.stock import VARIANTS, write_stock_book
from bench.stock.chapter import page_of_items, stock_chapter

CHAPTERS: Final = ("intro", *(f"c{number:02}" for number in range(1, 14)))
_ROOT: Final = {"index": "# 课程\n"}


def write_stock_course(folder: Path, variant: str, *, vendored: bool | None = None) -> None:
    """Write all chapters as a stock book; by default html-manager comes from the book itself."""
    pages = dict(_ROOT)
    for name in CHAPTERS:
        text = (COURSE.root / "book" / f"{name}.md").read_text(encoding="utf-8")
        pages[name] = stock_chapter(f"book/{name}", text, VARIANTS[variant])
    write_stock_book(
        folder, pages, vendored=variant == "html-manager" if vendored is None else vendored
    )


def write_stock_page(folder: Path, variant: str, items: list[str]) -> None:
    """Write a stock book with one page of items."""
    pages = _ROOT | {"page": page_of_items("练习", items, VARIANTS[variant])}
    write_stock_book(folder, pages, vendored=variant == "html-manager")


def single_choices(count: int) -> list[str]:
    """Return the ids of the bank's first single choices."""
    return [item.id for item in BANK if item.kind == "single"][:count]


def of_all_kinds(count: int) -> list[str]:
    """Return the ids of items of all kinds in turn."""
    by_kind: dict[str, list[str]] = {}
    for item in BANK:
        by_kind.setdefault(item.kind, []).append(item.id)
    named: list[str] = []
    while len(named) < min(count, len(BANK)):
        named.extend(ids.pop(0) for ids in by_kind.values() if ids)
    return named[:count]
